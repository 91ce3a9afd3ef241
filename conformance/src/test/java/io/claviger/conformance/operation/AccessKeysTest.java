package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;

class AccessKeysTest implements OperationFamily {

  @Test
  @Success({"CreateAccessKey", "ListAccessKeys", "UpdateAccessKey", "DeleteAccessKey"})
  void keyIsMadeSwitchedOffAndDeleted(Tenant t) {
    Given.user(t, "ann");
    AccessKey made = Given.accessKey(t, "ann");
    assertTrue(made.accessKeyId().matches("AKIA[A-Z2-7]{16}"), made.accessKeyId());
    assertEquals(40, made.secretAccessKey().length());
    assertEquals(
        List.of(StatusType.ACTIVE), keys(t).stream().map(AccessKeyMetadata::status).toList());
    t.iam()
        .updateAccessKey(
            in -> in.userName("ann").accessKeyId(made.accessKeyId()).status(StatusType.INACTIVE));
    assertEquals(StatusType.INACTIVE, keys(t).getFirst().status());
    t.iam().deleteAccessKey(in -> in.userName("ann").accessKeyId(made.accessKeyId()));
    assertEquals(List.of(), keys(t));
  }

  @Test
  @Success("GetAccessKeyLastUsed")
  void useOfAKeyIsSeen(Tenant t) {
    Given.user(t, "ann");
    AccessKey key = Given.accessKey(t, "ann");
    t.sts(Tenant.credentials(key)).getCallerIdentity();
    var used = t.iam().getAccessKeyLastUsed(in -> in.accessKeyId(key.accessKeyId()));
    assertEquals("ann", used.userName());
    assertEquals("sts", used.accessKeyLastUsed().serviceName());
    assertEquals("eu-central-1", used.accessKeyLastUsed().region());
    assertNotNull(used.accessKeyLastUsed().lastUsedDate());
  }

  private static List<AccessKeyMetadata> keys(Tenant t) {
    return t.iam().listAccessKeys(in -> in.userName("ann")).accessKeyMetadata();
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.noSuchEntity("CreateAccessKey", t -> Given.accessKey(t, "nobody")),
        Refusal.limitExceeded(
            "CreateAccessKey",
            t -> {
              Given.user(t, "ann");
              Given.accessKey(t, "ann");
              Given.accessKey(t, "ann");
              Given.accessKey(t, "ann");
            }),
        Refusal.noSuchEntity("ListAccessKeys", AccessKeysTest::keys),
        Refusal.noSuchEntity(
            "UpdateAccessKey",
            t -> {
              Given.user(t, "ann");
              t.iam()
                  .updateAccessKey(in ->
                      in.userName("ann").accessKeyId(t.rootKeyId()).status(StatusType.INACTIVE));
            }),
        Refusal.invalidInput(
            "UpdateAccessKey",
            t -> {
              Given.user(t, "ann");
              String id = Given.accessKey(t, "ann").accessKeyId();
              t.iam()
                  .updateAccessKey(
                      in -> in.userName("ann").accessKeyId(id).status(StatusType.EXPIRED));
            }),
        Refusal.noSuchEntity(
            "DeleteAccessKey",
            t -> {
              Given.user(t, "ann");
              t.iam().deleteAccessKey(in -> in.userName("ann").accessKeyId(t.rootKeyId()));
            }));
  }
}

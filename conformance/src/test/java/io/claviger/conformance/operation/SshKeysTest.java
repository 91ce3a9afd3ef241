package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.testkit.TestCertificates;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.DuplicateSshPublicKeyException;
import software.amazon.awssdk.services.iam.model.EncodingType;
import software.amazon.awssdk.services.iam.model.InvalidPublicKeyException;
import software.amazon.awssdk.services.iam.model.SSHPublicKey;
import software.amazon.awssdk.services.iam.model.SSHPublicKeyMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.UnrecognizedPublicKeyEncodingException;

class SshKeysTest implements OperationFamily {

  private static final String KEY = key(2_048);
  private static final String NO_ID = "APKAABCDEFGHIJKLMNOP";

  @Test
  @Success({
    "UploadSSHPublicKey",
    "GetSSHPublicKey",
    "ListSSHPublicKeys",
    "UpdateSSHPublicKey",
    "DeleteSSHPublicKey"
  })
  void keyIsUploadedSwitchedOffAndDeleted(Tenant t) {
    Given.user(t, "ann");
    SSHPublicKey made = upload(t, KEY);
    assertTrue(made.sshPublicKeyId().matches("APKA[A-Z0-9]{16}"), made::toString);
    assertTrue(made.fingerprint().matches("([0-9a-f]{2}:){15}[0-9a-f]{2}"), made::toString);
    assertEquals(KEY.strip(), get(t, made.sshPublicKeyId(), EncodingType.PEM).strip());
    assertTrue(get(t, made.sshPublicKeyId(), EncodingType.SSH).startsWith("ssh-rsa AAAA"));
    t.iam()
        .updateSSHPublicKey(in ->
            in.userName("ann").sshPublicKeyId(made.sshPublicKeyId()).status(StatusType.INACTIVE));
    assertEquals(
        List.of(StatusType.INACTIVE), list(t).stream().map(SSHPublicKeyMetadata::status).toList());
    t.iam().deleteSSHPublicKey(in -> in.userName("ann").sshPublicKeyId(made.sshPublicKeyId()));
    assertEquals(List.of(), list(t));
  }

  private static String key(int bits) {
    return TestCertificates.publicKeyPem(TestCertificates.keys("RSA", bits).getPublic());
  }

  private static SSHPublicKey upload(Tenant t, String key) {
    return t.iam()
        .uploadSSHPublicKey(in -> in.userName("ann").sshPublicKeyBody(key))
        .sshPublicKey();
  }

  private static String get(Tenant t, String id, EncodingType encoding) {
    return t.iam()
        .getSSHPublicKey(in -> in.userName("ann").sshPublicKeyId(id).encoding(encoding))
        .sshPublicKey()
        .sshPublicKeyBody();
  }

  private static List<SSHPublicKeyMetadata> list(Tenant t) {
    return t.iam().listSSHPublicKeys(in -> in.userName("ann")).sshPublicKeys();
  }

  private static void update(Tenant t, String id, StatusType status) {
    t.iam().updateSSHPublicKey(in -> in.userName("ann").sshPublicKeyId(id).status(status));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.noSuchEntity("UploadSSHPublicKey", t -> upload(t, KEY)),
        Refusal.limitExceeded(
            "UploadSSHPublicKey",
            t -> {
              Given.user(t, "ann");
              for (int i = 0; i <= 5; i++) {
                upload(t, key(2_048));
              }
            }),
        Refusal.of(
            "UploadSSHPublicKey",
            DuplicateSshPublicKeyException.class,
            t -> {
              Given.user(t, "ann");
              upload(t, KEY);
              upload(t, KEY);
            }),
        Refusal.of(
            "UploadSSHPublicKey",
            InvalidPublicKeyException.class,
            t -> {
              Given.user(t, "ann");
              upload(t, key(1_024));
            }),
        Refusal.of(
            "UploadSSHPublicKey",
            UnrecognizedPublicKeyEncodingException.class,
            t -> {
              Given.user(t, "ann");
              upload(t, "no key");
            }),
        Refusal.noSuchEntity(
            "GetSSHPublicKey",
            t -> {
              Given.user(t, "ann");
              get(t, NO_ID, EncodingType.SSH);
            }),
        Refusal.noSuchEntity("ListSSHPublicKeys", SshKeysTest::list),
        Refusal.noSuchEntity(
            "UpdateSSHPublicKey",
            t -> {
              Given.user(t, "ann");
              update(t, NO_ID, StatusType.INACTIVE);
            }),
        Refusal.invalidInput(
            "UpdateSSHPublicKey",
            t -> {
              Given.user(t, "ann");
              update(t, upload(t, KEY).sshPublicKeyId(), StatusType.EXPIRED);
            }),
        Refusal.noSuchEntity(
            "DeleteSSHPublicKey",
            t -> {
              Given.user(t, "ann");
              t.iam().deleteSSHPublicKey(in -> in.userName("ann").sshPublicKeyId(NO_ID));
            }));
  }
}

package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.ServiceNotSupportedException;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;

class ServiceCredentialsTest implements OperationFamily {

  private static final String SERVICE = "codecommit.amazonaws.com";
  private static final String NO_ID = "ACCAABCDEFGHIJKLMNOPQ";

  @Test
  @Success({
    "CreateServiceSpecificCredential",
    "ListServiceSpecificCredentials",
    "ResetServiceSpecificCredential",
    "UpdateServiceSpecificCredential",
    "DeleteServiceSpecificCredential"
  })
  void credentialIsMadeResetSwitchedOffAndDeleted(Tenant t) {
    Given.user(t, "ann");
    ServiceSpecificCredential made = create(t, SERVICE);
    assertTrue(made.serviceUserName().startsWith("ann-at-" + t.account()), made::toString);
    assertEquals(made.serviceSpecificCredentialId(), only(t).serviceSpecificCredentialId());
    String id = made.serviceSpecificCredentialId();
    var reset =
        t.iam()
            .resetServiceSpecificCredential(
                in -> in.userName("ann").serviceSpecificCredentialId(id))
            .serviceSpecificCredential();
    assertNotEquals(made.servicePassword(), reset.servicePassword());
    update(t, id);
    assertEquals(StatusType.INACTIVE, only(t).status());
    t.iam()
        .deleteServiceSpecificCredential(in -> in.userName("ann").serviceSpecificCredentialId(id));
    assertEquals(List.of(), list(t));
  }

  private static ServiceSpecificCredential create(Tenant t, String service) {
    return t.iam()
        .createServiceSpecificCredential(in -> in.userName("ann").serviceName(service))
        .serviceSpecificCredential();
  }

  private static List<ServiceSpecificCredentialMetadata> list(Tenant t) {
    return t.iam()
        .listServiceSpecificCredentials(in -> in.userName("ann"))
        .serviceSpecificCredentials();
  }

  private static ServiceSpecificCredentialMetadata only(Tenant t) {
    assertEquals(1, list(t).size());
    return list(t).getFirst();
  }

  private static void update(Tenant t, String id) {
    t.iam()
        .updateServiceSpecificCredential(
            in -> in.userName("ann").serviceSpecificCredentialId(id).status(StatusType.INACTIVE));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.noSuchEntity("CreateServiceSpecificCredential", t -> create(t, SERVICE)),
        Refusal.limitExceeded(
            "CreateServiceSpecificCredential",
            t -> {
              Given.user(t, "ann");
              create(t, SERVICE);
              create(t, SERVICE);
              create(t, SERVICE);
            }),
        Refusal.of(
            "CreateServiceSpecificCredential",
            ServiceNotSupportedException.class,
            t -> {
              Given.user(t, "ann");
              create(t, "s3.amazonaws.com");
            }),
        Refusal.noSuchEntity("ListServiceSpecificCredentials", ServiceCredentialsTest::list),
        Refusal.of(
            "ListServiceSpecificCredentials",
            ServiceNotSupportedException.class,
            t -> {
              Given.user(t, "ann");
              t.iam()
                  .listServiceSpecificCredentials(
                      in -> in.userName("ann").serviceName("s3.amazonaws.com"));
            }),
        Refusal.noSuchEntity(
            "UpdateServiceSpecificCredential",
            t -> {
              Given.user(t, "ann");
              update(t, NO_ID);
            }),
        Refusal.noSuchEntity(
            "ResetServiceSpecificCredential",
            t -> {
              Given.user(t, "ann");
              t.iam()
                  .resetServiceSpecificCredential(
                      in -> in.userName("ann").serviceSpecificCredentialId(NO_ID));
            }),
        Refusal.noSuchEntity(
            "DeleteServiceSpecificCredential",
            t -> {
              Given.user(t, "ann");
              t.iam()
                  .deleteServiceSpecificCredential(
                      in -> in.userName("ann").serviceSpecificCredentialId(NO_ID));
            }));
  }
}

package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GenerateServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;

/// Which services somebody may reach, and when they last did.
class LastAccessTest implements OperationFamily {

  private static final String NO_JOB = "00000000-0000-0000-0000-000000000000";

  private static void annMayListUsers(Tenant t) {
    Given.user(t, "ann");
    t.iam()
        .putUserPolicy(in ->
            in.userName("ann")
                .policyName("own")
                .policyDocument(
                    """
                    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*",
                     "Action":["iam:ListUsers","s3:ListBucket"]}]}\
                    """));
  }

  private static String job(
      Tenant t, Consumer<GenerateServiceLastAccessedDetailsRequest.Builder> more) {
    return t.iam()
        .generateServiceLastAccessedDetails(in -> in.arn(t.arn("user/ann")).applyMutation(more))
        .jobId();
  }

  @Test
  @Success("ListPoliciesGrantingServiceAccess")
  void policyThatOpensAServiceIsListed(Tenant t) {
    annMayListUsers(t);
    var entries =
        t.iam()
            .listPoliciesGrantingServiceAccess(
                in -> in.arn(t.arn("user/ann")).serviceNamespaces("s3", "sqs"))
            .policiesGrantingServiceAccess();
    assertEquals("own", entries.getFirst().policies().getFirst().policyName());
    assertEquals(List.of(), entries.getLast().policies());
  }

  @Test
  @Success({
    "GenerateServiceLastAccessedDetails",
    "GetServiceLastAccessedDetails",
    "GetServiceLastAccessedDetailsWithEntities"
  })
  void callIsSeenInTheNextReport(Tenant t) {
    annMayListUsers(t);
    try (IamClient ann = t.iam(Tenant.credentials(Given.accessKey(t, "ann")))) {
      ann.listUsers();
    }
    String job = job(t, in -> in.granularity("ACTION_LEVEL"));
    var details = t.iam().getServiceLastAccessedDetails(in -> in.jobId(job));
    assertEquals(JobStatusType.COMPLETED, details.jobStatus());
    assertEquals(
        List.of("iam", "s3"),
        details.servicesLastAccessed().stream()
            .map(ServiceLastAccessed::serviceNamespace)
            .toList());
    ServiceLastAccessed iam = details.servicesLastAccessed().getFirst();
    assertFalse(iam.lastAuthenticated().isAfter(t.now()));
    assertEquals(t.arn("user/ann"), iam.lastAuthenticatedEntity());
    assertEquals(1, iam.totalAuthenticatedEntities());
    assertEquals("ListUsers", iam.trackedActionsLastAccessed().getFirst().actionName());
    var entities =
        t.iam()
            .getServiceLastAccessedDetailsWithEntities(in -> in.jobId(job).serviceNamespace("iam"))
            .entityDetailsList();
    assertEquals("ann", entities.getFirst().entityInfo().name());
    assertEquals(iam.lastAuthenticated(), entities.getFirst().lastAuthenticated());
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.noSuchEntity(
            "ListPoliciesGrantingServiceAccess",
            t ->
                t.iam()
                    .listPoliciesGrantingServiceAccess(
                        in -> in.arn(t.arn("user/ann")).serviceNamespaces("s3"))),
        Refusal.invalidInput(
            "ListPoliciesGrantingServiceAccess",
            t -> {
              Given.user(t, "ann");
              t.iam()
                  .listPoliciesGrantingServiceAccess(
                      in -> in.arn(t.arn("user/ann")).serviceNamespaces("nothing"));
            }),
        Refusal.noSuchEntity("GenerateServiceLastAccessedDetails", t -> job(t, _ -> {})),
        Refusal.invalidInput(
            "GenerateServiceLastAccessedDetails", t -> job(t, in -> in.arn(t.arn("root")))),
        Refusal.noSuchEntity(
            "GetServiceLastAccessedDetails",
            t -> t.iam().getServiceLastAccessedDetails(in -> in.jobId(NO_JOB))),
        Refusal.invalidInput("GetServiceLastAccessedDetails", LastAccessTest::otherMarker),
        Refusal.noSuchEntity(
            "GetServiceLastAccessedDetailsWithEntities",
            t ->
                t.iam()
                    .getServiceLastAccessedDetailsWithEntities(
                        in -> in.jobId(NO_JOB).serviceNamespace("s3"))),
        Refusal.invalidInput(
            "GetServiceLastAccessedDetailsWithEntities",
            t -> {
              annMayListUsers(t);
              String job = job(t, _ -> {});
              t.iam()
                  .getServiceLastAccessedDetailsWithEntities(
                      in -> in.jobId(job).serviceNamespace("nothing"));
            }));
  }

  /// Goes on in one report with the marker of another.
  private static void otherMarker(Tenant t) {
    annMayListUsers(t);
    String first = job(t, _ -> {});
    String marker =
        t.iam().getServiceLastAccessedDetails(in -> in.jobId(first).maxItems(1)).marker();
    String second = job(t, _ -> {});
    t.iam().getServiceLastAccessedDetails(in -> in.jobId(second).marker(marker));
  }
}

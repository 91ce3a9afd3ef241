package io.claviger.server.permission;

import java.util.List;
import java.util.function.Consumer;

/// What an account tells of itself as a whole.
final class ReportSamples {

  private static final String BOB = "user/team/bob";
  private static final String ENTITY_PATH = "o-a1b2c3d4e5/r-f6g7";
  private static final String ACCESS_REPORT = "access-report/" + ENTITY_PATH;
  private static final String NO_JOB = "00000000-0000-0000-0000-000000000000";

  private ReportSamples() {}

  private static void report(Actor by) {
    by.iam().generateCredentialReport();
  }

  static List<Sample> account() {
    return List.of(
        Sample.of(
            "GetAccountAuthorizationDetails *",
            by -> by.iam().getAccountAuthorizationDetails(_ -> {})),
        Sample.of("GenerateCredentialReport *", ReportSamples::report),
        Sample.of("GetCredentialReport *", by -> by.iam().getCredentialReport())
            .given(ReportSamples::report));
  }

  static List<Sample> organization() {
    return List.of(
        feature("ListOrganizationsFeatures", by -> by.iam().listOrganizationsFeatures(_ -> {})),
        feature(
            "EnableOrganizationsRootCredentialsManagement",
            by -> by.iam().enableOrganizationsRootCredentialsManagement(_ -> {})),
        feature(
            "DisableOrganizationsRootCredentialsManagement",
            by -> by.iam().disableOrganizationsRootCredentialsManagement(_ -> {})),
        feature(
            "EnableOrganizationsRootSessions",
            by -> by.iam().enableOrganizationsRootSessions(_ -> {})),
        feature(
            "DisableOrganizationsRootSessions",
            by -> by.iam().disableOrganizationsRootSessions(_ -> {})),
        Sample.of(
            "GenerateOrganizationsAccessReport " + ACCESS_REPORT,
            by ->
                Expected.refusal(
                    "AccessDenied",
                    by.arn(ACCESS_REPORT),
                    () ->
                        by.iam()
                            .generateOrganizationsAccessReport(in -> in.entityPath(ENTITY_PATH)))),
        Sample.of(
            "GetOrganizationsAccessReport *",
            by ->
                Expected.refusal(
                    "NoSuchEntity",
                    "does not exist.",
                    () -> by.iam().getOrganizationsAccessReport(in -> in.jobId(NO_JOB)))));
  }

  private static Sample feature(String operation, Consumer<Actor> call) {
    return Sample.of(
        operation + " *",
        by ->
            Expected.refusal(
                "OrganizationNotFoundException", "your account.", () -> call.accept(by)));
  }

  private static void access(Actor by, String resource) {
    by.iam().generateServiceLastAccessedDetails(in -> in.arn(by.arn(resource)));
  }

  /// A report is only for who has made it.
  private static void showAccess(Actor by) {
    Expected.refusal(
        "NoSuchEntity",
        "does not exist.",
        () -> by.iam().getServiceLastAccessedDetails(in -> in.jobId(NO_JOB)));
  }

  private static void showEntities(Actor by) {
    Expected.refusal(
        "NoSuchEntity",
        "does not exist.",
        () ->
            by.iam()
                .getServiceLastAccessedDetailsWithEntities(
                    in -> in.jobId(NO_JOB).serviceNamespace("s3")));
  }

  static List<Sample> lastAccess() {
    return List.of(
        Sample.of(
                "ListPoliciesGrantingServiceAccess " + BOB,
                by ->
                    by.iam()
                        .listPoliciesGrantingServiceAccess(
                            in -> in.arn(by.arn(BOB)).serviceNamespaces("s3")))
            .given(Given::bob),
        Sample.of("GenerateServiceLastAccessedDetails " + BOB, by -> access(by, BOB))
            .given(Given::bob),
        Sample.of(
                "GenerateServiceLastAccessedDetails " + Given.OWN_POLICY,
                by -> access(by, Given.OWN_POLICY))
            .given(Given::own),
        Sample.of("GetServiceLastAccessedDetails *", ReportSamples::showAccess),
        Sample.of("GetServiceLastAccessedDetailsWithEntities *", ReportSamples::showEntities),
        // In whatever path the request looks for bob, it is bob who is looked at.
        Sample.of(
                "ListPoliciesGrantingServiceAccess " + BOB,
                by ->
                    by.iam()
                        .listPoliciesGrantingServiceAccess(
                            in -> in.arn(by.arn("user/carols/bob")).serviceNamespaces("s3")))
            .given(Given::bob));
  }
}

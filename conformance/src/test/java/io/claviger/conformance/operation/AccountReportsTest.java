package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.CredentialReportNotPresentException;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.ReportFormatType;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

/// What an account tells of itself as a whole.
class AccountReportsTest implements OperationFamily {

  @Test
  @Success("GetAccountAuthorizationDetails")
  void detailsHoldWhoMayDoWhat(Tenant t) {
    Given.user(t, "ann");
    Given.role(t, "app");
    t.iam()
        .putUserPolicy(in -> in.userName("ann").policyName("own").policyDocument(Given.DOCUMENT));
    t.iam().attachRolePolicy(in -> in.roleName("app").policyArn(Given.READ_ONLY));
    var details = t.iam().getAccountAuthorizationDetails(_ -> {});
    String document =
        details.userDetailList().getFirst().userPolicyList().getFirst().policyDocument();
    assertEquals(Given.DOCUMENT, URLDecoder.decode(document, StandardCharsets.UTF_8));
    assertEquals(
        Given.READ_ONLY,
        details.roleDetailList().getFirst().attachedManagedPolicies().getFirst().policyArn());
    // With all its versions the policy is a page of its own.
    assertEquals(
        List.of(Given.READ_ONLY),
        t.iam().getAccountAuthorizationDetailsPaginator(_ -> {}).stream()
            .flatMap(page -> page.policies().stream())
            .map(ManagedPolicyDetail::arn)
            .toList());
    var pages =
        t.iam()
            .getAccountAuthorizationDetailsPaginator(
                in -> in.maxItems(1).filter(EntityType.USER, EntityType.ROLE));
    assertEquals(2, pages.stream().count());
  }

  @Test
  @Success({"GenerateCredentialReport", "GetCredentialReport"})
  void credentialReportIsMadeOnceInFourHours(Tenant t) {
    Given.user(t, "ann");
    Given.accessKey(t, "ann");
    assertEquals(ReportStateType.STARTED, t.iam().generateCredentialReport().state());
    assertEquals(ReportStateType.COMPLETE, t.iam().generateCredentialReport().state());
    GetCredentialReportResponse report = t.iam().getCredentialReport();
    assertEquals(ReportFormatType.TEXT_CSV, report.reportFormat());
    assertFalse(report.generatedTime().isAfter(t.now()));
    List<String> lines = report.content().asUtf8String().lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).startsWith("<root_account>," + t.arn("root") + ","), lines.get(1));
    assertTrue(lines.get(2).startsWith("ann," + t.arn("user/ann") + ","), lines.get(2));
  }

  @Test
  @Success("SetSecurityTokenServicePreferences")
  void tokenVersionIsInTheSummary(Tenant t) {
    t.iam().setSecurityTokenServicePreferences(in -> in.globalEndpointTokenVersion("v2Token"));
    assertEquals(
        2,
        t.iam().getAccountSummary().summaryMap().get(SummaryKeyType.GLOBAL_ENDPOINT_TOKEN_VERSION));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.of(
            "GetCredentialReport",
            CredentialReportNotPresentException.class,
            t -> t.iam().getCredentialReport()));
  }
}

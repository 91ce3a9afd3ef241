package io.claviger.service.iam.settings;

import io.claviger.account.Account;
import io.claviger.account.EntityKind;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.account.SigningCertificate;
import io.claviger.account.TokenVersion;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;

/// How much of everything the account has, and its quotas.
///
/// The policy versions in use are those in force for somebody, AWS's among them: one for each
/// policy that is attached or a permissions boundary, as IAM is seen to count.
///
/// Permissions: `iam:GetAccountSummary`, which has no resource type.
///
/// AWS rule: IAM API Reference, "GetAccountSummary", `SummaryMap`.
record GetAccountSummary()
    implements ReadOperation<GetAccountSummaryRequest, GetAccountSummaryResponse> {

  @Override
  public Class<GetAccountSummaryRequest> input() {
    return GetAccountSummaryRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetAccountSummaryRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:GetAccountSummary"));
  }

  @Override
  public GetAccountSummaryResponse run(GetAccountSummaryRequest input, Call call, View view) {
    Map<String, Integer> summary = new TreeMap<>();
    putCounts(summary, view.home());
    putRoot(summary, view.home());
    putAccountQuotas(summary, view.home().quotas());
    putEntityQuotas(summary, view.home().quotas());
    return GetAccountSummaryResponse.builder().summaryMapWithStrings(summary).build();
  }

  private static void putCounts(Map<String, Integer> summary, Account home) {
    summary.put("Users", home.count(EntityKind.USER));
    summary.put("Groups", home.count(EntityKind.GROUP));
    summary.put("Roles", home.count(EntityKind.ROLE));
    summary.put("Policies", home.count(EntityKind.CUSTOMER_POLICY));
    summary.put("InstanceProfiles", home.count(EntityKind.INSTANCE_PROFILE));
    summary.put("PolicyVersionsInUse", home.usedPolicyCount());
    summary.put("MFADevices", home.count(EntityKind.MFA_DEVICE));
    summary.put("MFADevicesInUse", home.enabledMfaDeviceCount());
    summary.put("ServerCertificates", home.count(EntityKind.SERVER_CERTIFICATE));
    summary.put(
        "Providers", home.count(EntityKind.OIDC_PROVIDER) + home.count(EntityKind.SAML_PROVIDER));
  }

  private static void putRoot(Map<String, Integer> summary, Account home) {
    String root = home.id().digits();
    summary.put("AccountAccessKeysPresent", present(!home.accessKeysOf(root).isEmpty()));
    summary.put("AccountMFAEnabled", present(!home.mfaDevicesOf(root).isEmpty()));
    summary.put("AccountPasswordPresent", present(home.loginProfile(root).isPresent()));
    summary.put(
        "AccountSigningCertificatesPresent",
        present(!home.credentialsOf(root, SigningCertificate.class).isEmpty()));
    summary.put(
        "GlobalEndpointTokenVersion", home.settings().tokenVersion() == TokenVersion.V2 ? 2 : 1);
  }

  private static int present(boolean isPresent) {
    return isPresent ? 1 : 0;
  }

  private static void putAccountQuotas(Map<String, Integer> summary, Quotas quotas) {
    summary.put("UsersQuota", quotas.of(Quota.USERS));
    summary.put("GroupsQuota", quotas.of(Quota.GROUPS));
    summary.put("RolesQuota", quotas.of(Quota.ROLES));
    summary.put("PoliciesQuota", quotas.of(Quota.POLICIES));
    summary.put("InstanceProfilesQuota", quotas.of(Quota.INSTANCE_PROFILES));
    summary.put("PolicyVersionsInUseQuota", Quotas.POLICY_VERSIONS_IN_USE);
    summary.put("ServerCertificatesQuota", quotas.of(Quota.SERVER_CERTIFICATES));
  }

  private static void putEntityQuotas(Map<String, Integer> summary, Quotas quotas) {
    summary.put("AccessKeysPerUserQuota", Quotas.ACCESS_KEYS_PER_USER);
    summary.put("GroupsPerUserQuota", Quotas.GROUPS_PER_USER);
    summary.put("SigningCertificatesPerUserQuota", Quotas.SIGNING_CERTIFICATES_PER_USER);
    summary.put("VersionsPerPolicyQuota", Quotas.VERSIONS_PER_POLICY);
    summary.put("AttachedPoliciesPerUserQuota", quotas.of(Quota.ATTACHED_PER_USER));
    summary.put("AttachedPoliciesPerGroupQuota", quotas.of(Quota.ATTACHED_PER_GROUP));
    summary.put("AttachedPoliciesPerRoleQuota", quotas.of(Quota.ATTACHED_PER_ROLE));
    summary.put("UserPolicySizeQuota", Quotas.USER_POLICY_SIZE);
    summary.put("GroupPolicySizeQuota", Quotas.GROUP_POLICY_SIZE);
    summary.put("RolePolicySizeQuota", Quotas.ROLE_POLICY_SIZE);
    summary.put("PolicySizeQuota", Quotas.POLICY_SIZE);
    summary.put("AssumeRolePolicySizeQuota", quotas.of(Quota.TRUST_POLICY_SIZE));
  }
}

package io.claviger.service.iam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AccessKey;
import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.MfaDevice;
import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.SetSecurityTokenServicePreferencesRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

class SettingsTest {

  private static final AccountId OTHER = new AccountId("444455556666");

  private final InMemoryIam iam = new InMemoryIam();

  private static CreateAccountAliasRequest alias(String alias) {
    return CreateAccountAliasRequest.builder().accountAlias(alias).build();
  }

  private List<String> aliases() {
    return iam.call(ListAccountAliasesRequest.builder().build(), ListAccountAliasesResponse.class)
        .accountAliases();
  }

  private PasswordPolicy policy() {
    return iam.call(
            GetAccountPasswordPolicyRequest.builder().build(),
            GetAccountPasswordPolicyResponse.class)
        .passwordPolicy();
  }

  private Map<String, Integer> summary() {
    return iam.call(GetAccountSummaryRequest.builder().build(), GetAccountSummaryResponse.class)
        .summaryMapAsStrings();
  }

  @Test
  void accountHasOneAliasWhichTheNextReplaces() {
    assertEquals(List.of(), aliases());
    iam.call(alias("acme"));
    iam.call(alias("acme-corp"));
    assertEquals(List.of("acme-corp"), aliases());
    DeleteAccountAliasRequest wrong =
        DeleteAccountAliasRequest.builder().accountAlias("acme").build();
    assertEquals("The account alias acme cannot be found.", iam.error(wrong).message());
    iam.call(DeleteAccountAliasRequest.builder().accountAlias("acme-corp").build());
    assertEquals(List.of(), aliases());
  }

  @Test
  void aliasesAreUniqueOverAllAccountsAndNoAccountsNumber() {
    iam.addAccount(OTHER);
    iam.as(InMemoryIam.root(OTHER)).call(alias("acme"));
    ServiceError error = iam.error(alias("acme"));
    assertEquals("EntityAlreadyExists", error.code());
    assertEquals("The account alias acme already exists.", error.message());
    assertEquals("EntityAlreadyExists", iam.error(alias("444455556666")).code());
    iam.call(alias("acme2"));
    assertEquals("EntityAlreadyExists", iam.error(alias("acme2")).code());
  }

  @Test
  void passwordPolicyIsSetAsAWholeAndLeftOutPartsTakeTheirDefaults() {
    iam.call(
        UpdateAccountPasswordPolicyRequest.builder()
            .minimumPasswordLength(12)
            .requireSymbols(true)
            .requireNumbers(true)
            .requireUppercaseCharacters(true)
            .requireLowercaseCharacters(true)
            .allowUsersToChangePassword(true)
            .maxPasswordAge(90)
            .passwordReusePrevention(5)
            .hardExpiry(true)
            .build());
    PasswordPolicy full = policy();
    assertEquals(12, full.minimumPasswordLength());
    assertTrue(full.requireSymbols() && full.requireNumbers());
    assertTrue(full.requireUppercaseCharacters() && full.requireLowercaseCharacters());
    assertTrue(full.allowUsersToChangePassword() && full.hardExpiry());
    assertTrue(full.expirePasswords());
    assertEquals(90, full.maxPasswordAge());
    assertEquals(5, full.passwordReusePrevention());
    iam.call(UpdateAccountPasswordPolicyRequest.builder().build());
    PasswordPolicy bare = policy();
    assertEquals(6, bare.minimumPasswordLength());
    assertFalse(bare.requireSymbols() || bare.requireNumbers());
    assertFalse(bare.allowUsersToChangePassword() || bare.expirePasswords());
    assertNull(bare.maxPasswordAge());
    assertNull(bare.passwordReusePrevention());
    assertNull(bare.hardExpiry());
  }

  @Test
  void defaultPasswordPolicyIsNotShownAndNotDeleted() {
    ServiceError error = iam.error(GetAccountPasswordPolicyRequest.builder().build());
    assertEquals("NoSuchEntity", error.code());
    assertEquals(
        "The Password Policy with domain name 111122223333 cannot be found.", error.message());
    DeleteAccountPasswordPolicyRequest delete =
        DeleteAccountPasswordPolicyRequest.builder().build();
    assertEquals("NoSuchEntity", iam.error(delete).code());
    iam.call(UpdateAccountPasswordPolicyRequest.builder().build());
    iam.call(delete);
    assertEquals(
        "NoSuchEntity", iam.error(GetAccountPasswordPolicyRequest.builder().build()).code());
  }

  @Test
  void policyVersionInUseIsOneThatSomebodyHasHoweverOften() {
    String readOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    iam.call(CreateUserRequest.builder().userName("bob").permissionsBoundary(readOnly).build());
    assertEquals(1, summary().get("PolicyVersionsInUse"));
    for (String policy : List.of(readOnly, "arn:aws:iam::aws:policy/PowerUserAccess")) {
      iam.call(AttachUserPolicyRequest.builder().userName("bob").policyArn(policy).build());
    }
    assertEquals(2, summary().get("PolicyVersionsInUse"));
    assertEquals(0, summary().get("Policies"));
    iam.call(DeleteUserPermissionsBoundaryRequest.builder().userName("bob").build());
    assertEquals(2, summary().get("PolicyVersionsInUse"));
    iam.call(DetachUserPolicyRequest.builder().userName("bob").policyArn(readOnly).build());
    assertEquals(1, summary().get("PolicyVersionsInUse"));
  }

  @Test
  void tokenVersionIsTheFirstUntilAnotherIsChosen() {
    assertEquals(1, summary().get("GlobalEndpointTokenVersion"));
    for (int version : List.of(2, 1, 2)) {
      iam.call(
          SetSecurityTokenServicePreferencesRequest.builder()
              .globalEndpointTokenVersion("v" + version + "Token")
              .build());
      assertEquals(version, summary().get("GlobalEndpointTokenVersion"));
    }
    assertEquals(
        "ValidationError",
        iam.enforcing()
            .error(
                SetSecurityTokenServicePreferencesRequest.builder()
                    .globalEndpointTokenVersion("v3Token")
                    .build())
            .code());
  }

  @Test
  void summaryCountsWhatThereIs() {
    assertEquals(0, summary().get("Users"));
    iam.call(CreateUserRequest.builder().userName("bob").build());
    iam.call(CreateGroupRequest.builder().groupName("Devs").build());
    CustomerPolicy policy =
        CustomerPolicy.create("ANPA1", "/", "P", InMemoryIam.START, Tags.NONE, "", "{}");
    MfaDevice device = new MfaDevice("/", "m", InMemoryIam.START, Tags.NONE, null, null);
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            policy.withVersion("{}", InMemoryIam.START, true),
            device,
            new MfaDevice("/", "r", InMemoryIam.START, Tags.NONE, null, null)
                .enabledFor("111122223333", InMemoryIam.START),
            new AccessKey("AKIA1", "111122223333", false, InMemoryIam.START)));
    Map<String, Integer> summary = summary();
    assertEquals(1, summary.get("Users"));
    assertEquals(1, summary.get("Groups"));
    assertEquals(0, summary.get("Roles"));
    assertEquals(1, summary.get("Policies"));
    assertEquals(0, summary.get("PolicyVersionsInUse"));
    assertEquals(2, summary.get("MFADevices"));
    assertEquals(1, summary.get("MFADevicesInUse"));
    assertEquals(1, summary.get("AccountMFAEnabled"));
    assertEquals(1, summary.get("AccountAccessKeysPresent"));
    assertEquals(0, summary.get("AccountPasswordPresent"));
  }

  /// The keys of AWS's own example answer and the quotas AWS starts with.
  @Test
  void summaryHasEveryKeyThatAwsReturns() {
    Map<String, Integer> quotas =
        Map.ofEntries(
            Map.entry("AccessKeysPerUserQuota", 2),
            Map.entry("AssumeRolePolicySizeQuota", 2048),
            Map.entry("AttachedPoliciesPerGroupQuota", 10),
            Map.entry("AttachedPoliciesPerRoleQuota", 10),
            Map.entry("AttachedPoliciesPerUserQuota", 10),
            Map.entry("GroupPolicySizeQuota", 5120),
            Map.entry("GroupsPerUserQuota", 10),
            Map.entry("GroupsQuota", 300),
            Map.entry("InstanceProfilesQuota", 1000),
            Map.entry("PoliciesQuota", 1500),
            Map.entry("PolicySizeQuota", 6144),
            Map.entry("PolicyVersionsInUseQuota", 10000),
            Map.entry("RolePolicySizeQuota", 10240),
            Map.entry("RolesQuota", 1000),
            Map.entry("ServerCertificatesQuota", 20),
            Map.entry("SigningCertificatesPerUserQuota", 2),
            Map.entry("UserPolicySizeQuota", 2048),
            Map.entry("UsersQuota", 5000),
            Map.entry("VersionsPerPolicyQuota", 5));
    Map<String, Integer> summary = summary();
    quotas.forEach((key, value) -> assertEquals(value, summary.get(key), key));
    List<String> counts =
        List.of(
            "AccountAccessKeysPresent",
            "AccountMFAEnabled",
            "AccountPasswordPresent",
            "AccountSigningCertificatesPresent",
            "GlobalEndpointTokenVersion",
            "Groups",
            "InstanceProfiles",
            "MFADevices",
            "MFADevicesInUse",
            "Policies",
            "PolicyVersionsInUse",
            "Providers",
            "Roles",
            "ServerCertificates",
            "Users");
    counts.forEach(key -> assertTrue(summary.containsKey(key), key));
    assertEquals(quotas.size() + counts.size(), summary.size());
  }
}

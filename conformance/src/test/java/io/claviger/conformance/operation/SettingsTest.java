package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PasswordPolicy;
import software.amazon.awssdk.services.iam.model.SummaryKeyType;

/// What an account as a whole has.
class SettingsTest implements OperationFamily {

  @Test
  @Success({"CreateAccountAlias", "ListAccountAliases", "DeleteAccountAlias"})
  void aliasComesAndGoes(Tenant t) {
    alias(t, "acme");
    assertEquals(List.of("acme-" + t.account()), t.iam().listAccountAliases().accountAliases());
    t.iam().deleteAccountAlias(in -> in.accountAlias("acme-" + t.account()));
    assertEquals(List.of(), t.iam().listAccountAliases().accountAliases());
  }

  @Test
  @Success({
    "UpdateAccountPasswordPolicy",
    "GetAccountPasswordPolicy",
    "DeleteAccountPasswordPolicy"
  })
  void passwordPolicyComesAndGoes(Tenant t) {
    t.iam()
        .updateAccountPasswordPolicy(
            in -> in.minimumPasswordLength(12).requireSymbols(true).maxPasswordAge(90));
    PasswordPolicy policy = t.iam().getAccountPasswordPolicy().passwordPolicy();
    assertEquals(12, policy.minimumPasswordLength());
    assertTrue(policy.requireSymbols());
    assertTrue(policy.expirePasswords());
    assertEquals(90, policy.maxPasswordAge());
    t.iam().deleteAccountPasswordPolicy();
    assertThrows(NoSuchEntityException.class, () -> t.iam().getAccountPasswordPolicy());
  }

  @Test
  @Success("GetAccountSummary")
  void summaryCounts(Tenant t) {
    Given.user(t, "ann");
    Given.group(t, "Devs");
    var summary = t.iam().getAccountSummary().summaryMap();
    assertEquals(1, summary.get(SummaryKeyType.USERS));
    assertEquals(1, summary.get(SummaryKeyType.GROUPS));
    assertEquals(5_000, summary.get(SummaryKeyType.USERS_QUOTA));
    assertEquals(1, summary.get(SummaryKeyType.ACCOUNT_ACCESS_KEYS_PRESENT));
  }

  /// An alias is taken in all accounts, so each has its own.
  private static void alias(Tenant t, String prefix) {
    t.iam().createAccountAlias(in -> in.accountAlias(prefix + "-" + t.account()));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.alreadyExists(
            "CreateAccountAlias",
            t -> {
              alias(t, "acme");
              alias(t, "acme");
            }),
        Refusal.noSuchEntity(
            "DeleteAccountAlias", t -> t.iam().deleteAccountAlias(in -> in.accountAlias("acme"))),
        Refusal.noSuchEntity("GetAccountPasswordPolicy", t -> t.iam().getAccountPasswordPolicy()),
        Refusal.noSuchEntity(
            "DeleteAccountPasswordPolicy", t -> t.iam().deleteAccountPasswordPolicy()));
  }
}

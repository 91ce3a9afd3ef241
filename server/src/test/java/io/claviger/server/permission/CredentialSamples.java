package io.claviger.server.permission;

import static io.claviger.server.permission.Given.PASSWORD;

import java.util.List;
import software.amazon.awssdk.services.iam.model.StatusType;

/// Access keys and passwords, and what an account has once.
final class CredentialSamples {

  private static final String NEW_PASSWORD = "New-Passw0rd?";

  private CredentialSamples() {}

  static List<Sample> accessKeys() {
    return List.of(
        Sample.of(
                "CreateAccessKey user/team/bob",
                by -> by.iam().createAccessKey(in -> in.userName("bob")))
            .given(Given::bob),
        Sample.of("CreateAccessKey user/carol", by -> by.iam().createAccessKey()),
        Sample.of(
                "ListAccessKeys user/team/bob",
                by -> by.iam().listAccessKeys(in -> in.userName("bob")))
            .given(Given::bob),
        Sample.of("ListAccessKeys user/carol", by -> by.iam().listAccessKeys()),
        Sample.of(
            "UpdateAccessKey user/team/bob",
            Given::bobsKey,
            (key, by) ->
                by.iam()
                    .updateAccessKey(
                        in -> in.userName("bob").accessKeyId(key).status(StatusType.INACTIVE))),
        Sample.of(
            "DeleteAccessKey user/team/bob",
            Given::bobsKey,
            (key, by) -> by.iam().deleteAccessKey(in -> in.userName("bob").accessKeyId(key))),
        Sample.of(
            "GetAccessKeyLastUsed user/team/bob",
            Given::bobsKey,
            (key, by) -> by.iam().getAccessKeyLastUsed(in -> in.accessKeyId(key))));
  }

  static List<Sample> passwords() {
    return List.of(
        Sample.of(
                "CreateLoginProfile user/team/bob",
                by -> by.iam().createLoginProfile(in -> in.userName("bob").password(PASSWORD)))
            .given(Given::bob),
        Sample.of(
                "GetLoginProfile user/team/bob",
                by -> by.iam().getLoginProfile(in -> in.userName("bob")))
            .given(Given::bobsPassword),
        Sample.of(
                "UpdateLoginProfile user/team/bob",
                by -> by.iam().updateLoginProfile(in -> in.userName("bob").password(NEW_PASSWORD)))
            .given(Given::bobsPassword),
        Sample.of(
                "DeleteLoginProfile user/team/bob",
                by -> by.iam().deleteLoginProfile(in -> in.userName("bob")))
            .given(Given::bobsPassword),
        Sample.of(
                "ChangePassword user/carol",
                by ->
                    by.iam()
                        .changePassword(in -> in.oldPassword(PASSWORD).newPassword(NEW_PASSWORD)))
            .given(Given::callersPassword));
  }

  static List<Sample> outboundFederation() {
    return List.of(
        Sample.of(
            "EnableOutboundWebIdentityFederation *",
            by -> by.iam().enableOutboundWebIdentityFederation(_ -> {})),
        Sample.of(
                "DisableOutboundWebIdentityFederation *",
                by -> by.iam().disableOutboundWebIdentityFederation(_ -> {}))
            .given(Given::outboundFederation),
        Sample.of(
                "GetOutboundWebIdentityFederationInfo *",
                by -> by.iam().getOutboundWebIdentityFederationInfo(_ -> {}))
            .given(Given::outboundFederation));
  }

  static List<Sample> settings() {
    return List.of(
        Sample.of(
            "CreateAccountAlias *",
            by -> by.iam().createAccountAlias(in -> in.accountAlias(Given.aliasOf(by)))),
        Sample.of(
                "DeleteAccountAlias *",
                by -> by.iam().deleteAccountAlias(in -> in.accountAlias(Given.aliasOf(by))))
            .given(Given::alias),
        Sample.of("ListAccountAliases *", by -> by.iam().listAccountAliases()),
        Sample.of("GetAccountPasswordPolicy *", by -> by.iam().getAccountPasswordPolicy())
            .given(Given::passwordPolicy),
        Sample.of(
            "UpdateAccountPasswordPolicy *",
            by -> by.iam().updateAccountPasswordPolicy(in -> in.minimumPasswordLength(12))),
        Sample.of("DeleteAccountPasswordPolicy *", by -> by.iam().deleteAccountPasswordPolicy())
            .given(Given::passwordPolicy),
        Sample.of("GetAccountSummary *", by -> by.iam().getAccountSummary()),
        Sample.of(
            "SetSecurityTokenServicePreferences *",
            by ->
                by.iam()
                    .setSecurityTokenServicePreferences(
                        in -> in.globalEndpointTokenVersion("v2Token"))));
  }
}

package io.claviger.service.sts;

import io.claviger.access.Caller;
import io.claviger.account.Change;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.MfaDevice;
import io.claviger.account.SecretName;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import io.claviger.service.InMemoryIam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/// Two accounts whose calls are enforced; users are made past the API, roles through it.
final class EnforcedSts {

  static final AccountId HOME = InMemoryIam.ACCOUNT;
  static final AccountId FAR = new AccountId("444455556666");
  static final String SEED = StsFixture.SEED;

  final StsFixture sts = new StsFixture();
  final InMemoryIam home = sts.iam.enforcing();
  final InMemoryIam far = home.as(InMemoryIam.root(FAR));

  /// A user of the first account with an MFA device of its name.
  InMemoryIam user(String name, String... documents) {
    IdentityPolicies policies = IdentityPolicies.NONE;
    for (int i = 0; i < documents.length; i++) {
      policies = policies.putInline("p" + i, documents[i]);
    }
    String id = "AIDA" + name.toUpperCase(Locale.ROOT);
    User user = User.create(id, "/", name, home.now(), Tags.NONE, null).withPolicies(policies);
    MfaDevice device = new MfaDevice("/", name, home.now(), Tags.NONE, id, home.now());
    home.change(
        HOME,
        Change.put(user, device)
            .andSecret(new SecretName(SecretName.Kind.MFA_SEED, "/" + name), SecretText.of(SEED)));
    return home.as(new Caller.IamUser(HOME, id, user.arn(HOME), "AKIATEST", null));
  }

  /// Makes a role and returns its ARN.
  ///
  /// @param root of the role's account
  /// @param trust the trust policy's statements
  String role(InMemoryIam root, AccountId account, String name, String... trust) {
    root.call(
        CreateRoleRequest.builder()
            .roleName(name)
            .assumeRolePolicyDocument(document(trust))
            .build());
    return "arn:aws:iam::" + account + ":role/" + name;
  }

  void permit(InMemoryIam root, String role, String... statements) {
    root.call(
        PutRolePolicyRequest.builder()
            .roleName(role)
            .policyName("p")
            .policyDocument(document(statements))
            .build());
  }

  static String document(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  static String allow(String... actions) {
    return "{\"Effect\":\"Allow\",\"Resource\":\"*\",\"Action\":[" + quoted(actions) + "]}";
  }

  /// @param more further elements, starting with a comma, or nothing
  static String trust(String principal, String more, String... actions) {
    return "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
        + principal
        + "\"},\"Action\":["
        + quoted(actions)
        + "]"
        + more
        + "}";
  }

  static AssumeRoleRequest.Builder assume(String arn) {
    return StsFixture.assume(arn);
  }

  private static String quoted(String... actions) {
    List<String> all = Arrays.asList(actions);
    return all.stream().map(action -> '"' + action + '"').collect(Collectors.joining(","));
  }
}

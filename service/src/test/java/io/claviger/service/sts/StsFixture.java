package io.claviger.service.sts;

import io.claviger.access.Caller;
import io.claviger.access.Session;
import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.MfaDevice;
import io.claviger.account.Role;
import io.claviger.account.SecretName;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.base.SecretText;
import io.claviger.service.InMemoryIam;
import java.util.List;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/// User `bob` with an MFA device, role `Worker` that may be assumed for two hours and role `Next`
/// in the first account; role `Far` in another.
final class StsFixture {

  static final AccountId OTHER = new AccountId("444455556666");
  static final String WORKER = "arn:aws:iam::111122223333:role/team/Worker";
  static final String NEXT = "arn:aws:iam::111122223333:role/Next";
  static final String FAR = "arn:aws:iam::444455556666:role/Far";
  static final String POLICY = "arn:aws:iam::111122223333:policy/ReadOnly";
  static final String SERIAL = "arn:aws:iam::111122223333:mfa/bob";
  static final String SEED = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  static final String DOCUMENT =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}}\
      """;

  final InMemoryIam iam = new InMemoryIam();

  StsFixture() {
    iam.addAccount(OTHER);
    User bob = User.create("AIDABOB", "/", "bob", iam.now(), tags("team", "blue"), null);
    MfaDevice device =
        new MfaDevice("/", "bob", iam.now(), Tags.NONE, null, null)
            .enabledFor("AIDABOB", iam.now());
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
                bob,
                device,
                role("AROAWORKER", "/team/", "Worker", 7200),
                role("AROANEXT", "/", "Next", 7200),
                CustomerPolicy.create(
                    "ANPAREAD", "/", "ReadOnly", iam.now(), Tags.NONE, "", DOCUMENT))
            .andSecret(new SecretName(SecretName.Kind.MFA_SEED, "/bob"), SecretText.of(SEED)));
    iam.change(OTHER, Change.put(role("AROAFAR", "/", "Far", 3600)));
  }

  static Tags tags(String key, String value) {
    return new Tags(List.of(new Tags.Tag(key, value)));
  }

  private Role role(String id, String path, String name, int maxSessionSeconds) {
    return new Role(
        id,
        path,
        name,
        iam.now(),
        tags("stage", "prod"),
        null,
        IdentityPolicies.NONE,
        "{}",
        List.of(),
        "",
        maxSessionSeconds);
  }

  InMemoryIam bob() {
    return iam.asUser("bob");
  }

  static AssumeRoleRequest.Builder assume(String roleArn) {
    return AssumeRoleRequest.builder().roleArn(roleArn).roleSessionName("work");
  }

  /// The session that bob gets with this request.
  Session session(AssumeRoleRequest.Builder request) {
    return opened(bob(), request);
  }

  Session opened(InMemoryIam caller, AssumeRoleRequest.Builder request) {
    AssumeRoleResponse response = caller.call(request.build(), AssumeRoleResponse.class);
    return session(response.credentials());
  }

  Session session(Credentials credentials) {
    return iam.session(credentials.sessionToken());
  }

  /// The same accounts, called with the credentials of a session.
  InMemoryIam as(Session session) {
    Arn arn = session.principalArn();
    AccountId account = session.account();
    String id = session.principalId();
    return iam.as(
        switch (session.kind()) {
          case ASSUMED_ROLE -> new Caller.RoleSession(account, id, arn, "ASIATEST", session);
          case SESSION_TOKEN -> new Caller.IamUser(account, id, arn, "ASIATEST", session);
          case FEDERATION, DELEGATED ->
              new Caller.FederatedUser(account, id, arn, "ASIATEST", session);
        });
  }
}

package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PrincipalKeysTest {

  private static final AccountId A = new AccountId("111122223333");
  private static final Arn ROLE = Arn.iam(A, "role/app/R");
  private static final Arn ANA = Arn.iam(A, "user/staff/ana");
  private static final Arn BOB = Arn.sts(A, "federated-user/bob");
  private static final String SAML = "arn:aws:iam::111122223333:saml-provider/corp";
  private static final Optional<Arn> SESSION = Optional.of(Arn.sts(A, "assumed-role/R/s"));

  /// The table of principal key values: type, account, ARN, user id and name.
  static Stream<Arguments> requesters() {
    return Stream.of(
        Arguments.of(
            new Requester.Root(A),
            "Account|111122223333|arn:aws:iam::111122223333:root|111122223333|"),
        Arguments.of(
            new Requester.IamUser(A, ANA, "AIDAANA"), "User|111122223333|" + ANA + "|AIDAANA|ana"),
        Arguments.of(new Requester.IamUser(A, ANA, ""), "User|111122223333|" + ANA + "||ana"),
        Arguments.of(
            new Requester.RoleSession(A, ROLE, "AROAR", SESSION),
            "AssumedRole|111122223333|" + ROLE + "|AROAR:s|"),
        Arguments.of(
            new Requester.RoleSession(A, ROLE, "", SESSION),
            "AssumedRole|111122223333|" + ROLE + "||"),
        Arguments.of(
            new Requester.RoleSession(A, ROLE, "AROAR", Optional.empty()),
            "AssumedRole|111122223333|" + ROLE + "||"),
        Arguments.of(
            new Requester.FederatedUser(A, Optional.empty(), "", BOB),
            "FederatedUser|111122223333|" + BOB + "|111122223333:bob|"),
        Arguments.of(new Requester.Anonymous(), "Anonymous|anonymous||anonymous|"),
        Arguments.of(new Requester.Service("lambda.amazonaws.com"), "||||"),
        Arguments.of(new Requester.Federated("accounts.google.com"), "||||"),
        Arguments.of(new Requester.Federated(SAML), "||||"),
        Arguments.of(new Requester.CanonicalUser("ab"), "||||"));
  }

  @ParameterizedTest
  @MethodSource("requesters")
  void everyKindOfPrincipalHasItsKeys(Requester requester, String values) {
    Map<String, RequestContext.Value> keys = new TreeMap<>(PrincipalKeys.of(requester).all());
    StringBuilder actual = new StringBuilder();
    for (String key :
        new String[] {"principaltype", "principalaccount", "principalarn", "userid", "username"}) {
      RequestContext.Value value = keys.get("aws:" + key);
      actual.append(value == null ? "" : value.single()).append('|');
    }
    assertEquals(values + '|', actual.toString());
  }

  @ParameterizedTest
  @MethodSource("requesters")
  void onlyAServiceIsAnAwsService(Requester requester, String values) {
    RequestContext keys = PrincipalKeys.of(requester);
    boolean isService = requester instanceof Requester.Service;
    boolean isSigning =
        !(requester instanceof Requester.Anonymous || requester instanceof Requester.Federated);
    assertEquals(
        isSigning ? new RequestContext.Value.Single(Boolean.toString(isService)) : null,
        keys.get("aws:PrincipalIsAWSService"));
    assertEquals(isService, keys.get("aws:PrincipalServiceName") != null);
  }

  /// AWS rule: IAM User Guide, "AWS global condition context keys": of providers, those of OpenID
  /// Connect.
  @ParameterizedTest
  @MethodSource("requesters")
  void onlyAProviderOfOpenIdConnectIsTold(Requester requester, String values) {
    boolean isOfOpenIdConnect =
        requester instanceof Requester.Federated(String provider) && !provider.equals(SAML);
    assertEquals(
        isOfOpenIdConnect, PrincipalKeys.of(requester).get("aws:FederatedProvider") != null);
  }
}

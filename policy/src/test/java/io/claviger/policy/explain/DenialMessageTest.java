package io.claviger.policy.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each variant has a file in `denials/`: comments that say where the wording is from, then the
/// message.
class DenialMessageTest {

  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final AccountId OTHER = new AccountId("444455556666");
  private static final Arn BOBS_ARN = Arn.iam(ACCOUNT, "user/bob");
  private static final Requester BOB = new Requester.IamUser(ACCOUNT, BOBS_ARN, "AIDABOB");
  private static final Requester SESSION =
      new Requester.RoleSession(
          ACCOUNT,
          Arn.iam(ACCOUNT, "role/app/Deployer"),
          "AROADEPLOYER",
          Optional.of(Arn.sts(ACCOUNT, "assumed-role/Deployer/build-7")));
  private static final Requester FEDERATED =
      new Requester.FederatedUser(
          ACCOUNT, Optional.of(BOBS_ARN), "AIDABOB", Arn.sts(ACCOUNT, "federated-user/partner"));
  private static final Optional<Arn> CUSTOMER = Optional.of(Arn.iam(ACCOUNT, "policy/Guard"));
  private static final Optional<Arn> INLINE = Optional.empty();

  private static final Statement STATEMENT =
      new Statement(
          Optional.empty(),
          Statement.Effect.DENY,
          Optional.empty(),
          new Statement.ActionElement(false, List.of("*")),
          Optional.of(new Statement.ResourceElement(false, List.of("*"))),
          List.of(),
          Span.NONE);

  /// A request that was denied.
  record Denied(Requester who, AccessRequest request, Decision decision) {

    String message() {
      return DenialMessage.of(who, request, decision);
    }
  }

  private static Denied denied(
      Requester who, String action, String resource, AccountId owner, Decision decision) {
    AccessRequest request = new AccessRequest(action, resource, owner, RequestContext.EMPTY);
    return new Denied(who, request, decision);
  }

  private static Denied listUsers(Requester who, Decision decision) {
    return denied(who, "iam:ListUsers", "arn:aws:iam::111122223333:user/", ACCOUNT, decision);
  }

  private static Denied assume(AccountId owner, Decision decision) {
    String role = Arn.iam(owner, "role/Reader").toString();
    return denied(BOB, "sts:AssumeRole", role, owner, decision);
  }

  private static Denied getSecret(AccountId owner, Decision decision) {
    String secret = "arn:aws:secretsmanager:us-east-1:" + owner + ":secret:db";
    return denied(BOB, "secretsmanager:GetSecretValue", secret, owner, decision);
  }

  private static Decision implicit(Layer layer) {
    return new Decision.ImplicitlyDenied(layer);
  }

  /// A denial by one statement of a policy with this ARN, after one of another layer.
  private static Decision explicit(Layer layer, Optional<Arn> arn) {
    Layer other = layer == Layer.SESSION ? Layer.IDENTITY : Layer.SESSION;
    return new Decision.ExplicitlyDenied(
        layer,
        List.of(
            matched(other, Optional.of(Arn.iam(ACCOUNT, "policy/Another"))), matched(layer, arn)));
  }

  private static MatchedStatement matched(Layer layer, Optional<Arn> arn) {
    PolicySource source = new PolicySource("p", arn, PolicySource.Holder.NONE);
    return new MatchedStatement(layer, source, 0, STATEMENT);
  }

  private static Optional<Arn> organizations(String policy) {
    return Optional.of(
        Arn.parse("arn:aws:organizations::999988887777:policy/o-exampleorg/" + policy));
  }

  static Stream<Arguments> variants() {
    return Stream.of(ofIdentities(), ofResources(), ofTrust(), ofOthers()).flatMap(v -> v);
  }

  private static Stream<Arguments> ofIdentities() {
    return Stream.of(
        Arguments.of("identity-implicit", listUsers(BOB, implicit(Layer.IDENTITY))),
        Arguments.of(
            "identity-explicit-managed", listUsers(BOB, explicit(Layer.IDENTITY, CUSTOMER))),
        Arguments.of("identity-explicit-inline", listUsers(BOB, explicit(Layer.IDENTITY, INLINE))),
        Arguments.of("boundary-implicit", listUsers(BOB, implicit(Layer.PERMISSIONS_BOUNDARY))),
        Arguments.of(
            "boundary-explicit", listUsers(BOB, explicit(Layer.PERMISSIONS_BOUNDARY, CUSTOMER))),
        Arguments.of("session-implicit", listUsers(SESSION, implicit(Layer.SESSION))),
        Arguments.of(
            "session-explicit-managed", listUsers(SESSION, explicit(Layer.SESSION, CUSTOMER))),
        Arguments.of(
            "session-explicit-inline", listUsers(SESSION, explicit(Layer.SESSION, INLINE))),
        Arguments.of("scp-implicit", listUsers(BOB, implicit(Layer.SERVICE_CONTROL))),
        Arguments.of(
            "scp-explicit",
            listUsers(
                BOB,
                explicit(
                    Layer.SERVICE_CONTROL, organizations("service_control_policy/p-example1")))),
        Arguments.of(
            "rcp-explicit",
            getSecret(
                ACCOUNT,
                explicit(
                    Layer.RESOURCE_CONTROL, organizations("resource_control_policy/p-example2")))));
  }

  private static Stream<Arguments> ofResources() {
    return Stream.of(
        Arguments.of("rcp-implicit", getSecret(ACCOUNT, implicit(Layer.RESOURCE_CONTROL))),
        Arguments.of("endpoint-implicit", getSecret(ACCOUNT, implicit(Layer.VPC_ENDPOINT))),
        Arguments.of(
            "endpoint-explicit", getSecret(ACCOUNT, explicit(Layer.VPC_ENDPOINT, CUSTOMER))),
        Arguments.of("resource-implicit", getSecret(ACCOUNT, implicit(Layer.RESOURCE))),
        Arguments.of("resource-explicit", getSecret(ACCOUNT, explicit(Layer.RESOURCE, CUSTOMER))),
        Arguments.of("cross-account-resource-implicit", getSecret(OTHER, implicit(Layer.RESOURCE))),
        Arguments.of(
            "cross-account-identity-explicit",
            getSecret(OTHER, explicit(Layer.IDENTITY, CUSTOMER))));
  }

  private static Stream<Arguments> ofTrust() {
    return Stream.of(
        Arguments.of("trust-implicit", assume(ACCOUNT, implicit(Layer.RESOURCE))),
        Arguments.of("trust-explicit", assume(ACCOUNT, explicit(Layer.RESOURCE, INLINE))),
        Arguments.of("cross-account-trust-implicit", assume(OTHER, implicit(Layer.RESOURCE))),
        Arguments.of(
            "cross-account-trust-explicit", assume(OTHER, explicit(Layer.RESOURCE, INLINE))),
        Arguments.of("cross-account-assume-identity", assume(OTHER, implicit(Layer.IDENTITY))));
  }

  private static Stream<Arguments> ofOthers() {
    return Stream.of(
        Arguments.of("role-session", listUsers(SESSION, implicit(Layer.IDENTITY))),
        Arguments.of("federated-user", listUsers(FEDERATED, implicit(Layer.SESSION))),
        Arguments.of(
            "root",
            listUsers(
                new Requester.Root(ACCOUNT),
                explicit(
                    Layer.SERVICE_CONTROL, organizations("service_control_policy/p-example1")))),
        Arguments.of(
            "anonymous",
            denied(
                new Requester.Anonymous(),
                "sts:AssumeRoleWithSAML",
                "arn:aws:iam::111122223333:role/Reader",
                ACCOUNT,
                implicit(Layer.RESOURCE))),
        Arguments.of(
            "web-identity",
            denied(
                new Requester.Federated("accounts.google.com"),
                "sts:AssumeRoleWithWebIdentity",
                "arn:aws:iam::111122223333:role/Reader",
                ACCOUNT,
                implicit(Layer.RESOURCE))),
        Arguments.of(
            "no-resource-type",
            denied(BOB, "iam:GetAccountSummary", "*", ACCOUNT, implicit(Layer.IDENTITY))));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void wordingIsThatOfAws(String name, Denied denied) {
    assertEquals(golden(name), denied.message());
  }

  @Test
  void whatIsAllowedHasNoDenial() {
    Denied allowed = listUsers(BOB, new Decision.Allowed(List.of()));
    assertThrows(IllegalArgumentException.class, allowed::message);
  }

  private static String golden(String name) {
    String file = "denials/" + name + ".txt";
    try (InputStream in =
        Objects.requireNonNull(DenialMessageTest.class.getResourceAsStream(file), file)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      return String.join("\n", lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

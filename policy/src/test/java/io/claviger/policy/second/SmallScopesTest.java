package io.claviger.policy.second;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicies.Level;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.Statement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The engine and the second opinion agree on every combination of layers, each of them absent,
/// empty or of one statement.
final class SmallScopesTest {

  private static final Requester USER =
      new Requester.IamUser(
          RequesterMaker.HOME, Arn.iam(RequesterMaker.HOME, "user/ana"), "AIDAUSER");
  private static final Requester SESSION =
      new Requester.RoleSession(
          RequesterMaker.HOME,
          Arn.iam(RequesterMaker.HOME, "role/worker"),
          "AROAROLE",
          Optional.of(Arn.sts(RequesterMaker.HOME, "assumed-role/worker/s1")));

  private static final RequestContext CONTEXT = RequestContext.EMPTY.with("a:k", "x");

  /// Nobody's, in particular, everybody's, the account's, and the names of the two.
  private static final List<List<String>> NAMES =
      List.of(
          List.of("arn:aws:iam::111122223333:user/bob"),
          List.of(),
          List.of("111122223333"),
          List.of("arn:aws:iam::111122223333:user/ana", "arn:aws:iam::111122223333:role/worker"),
          List.of("arn:aws:sts::111122223333:assumed-role/worker/s1"));

  /// Matches, and misses by one element each; the last cannot be evaluated.
  private static List<Sketch> statements() {
    List<Sketch> statements = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      Sketch match = Sketch.of(effect);
      statements.add(match);
      statements.add(match.withAction(false, List.of("s3:Put*")));
      statements.add(match.withResource(true, List.of("arn:aws:s3:::b/*")));
      statements.add(match.withCondition("StringEquals", "a:k", List.of("y")));
      statements.add(match.withCondition("NumericNotEquals", "a:k", List.of("1")));
    }
    return statements;
  }

  private static List<AppliedPolicy> plain() {
    return statements().stream().map(sketch -> sketch.policy("plain")).toList();
  }

  private static List<AppliedPolicy> ofResource() {
    return statements().stream()
        .flatMap(sketch ->
            NAMES.stream().map(names -> sketch.withPrincipal(false, names).policy("resource")))
        .toList();
  }

  /// A layer that is absent, empty, or of one policy.
  private static List<Optional<List<AppliedPolicy>>> layers(List<AppliedPolicy> policies) {
    return Stream.concat(
            Stream.of(Optional.<List<AppliedPolicy>>empty(), Optional.of(List.<AppliedPolicy>of())),
            policies.stream().map(policy -> Optional.of(List.of(policy))))
        .toList();
  }

  @Test
  void Abuse_040_everyCombinationOfThePrincipalsLayersAndTheResourcePolicy() {
    List<AccessRequest> requests =
        List.of(request(RequesterMaker.HOME.digits()), request(RequesterMaker.AWAY.digits()));
    List<AppliedPolicy> resources = ofResource();
    long cases = 0;
    for (Requester requester : List.of(USER, SESSION)) {
      for (Optional<List<AppliedPolicy>> identity : layers(plain())) {
        AppliedPolicies one =
            AppliedPolicies.of(requester).withIdentity(identity.orElse(List.of()));
        for (Optional<List<AppliedPolicy>> boundary : layers(plain())) {
          AppliedPolicies two = boundary.map(one::withBoundary).orElse(one);
          for (Optional<List<AppliedPolicy>> session : layers(plain())) {
            AppliedPolicies three = session.map(two::withSession).orElse(two);
            cases += agree(three, requests);
            for (AppliedPolicy resource : resources) {
              cases += agree(three.withResource(resource), requests);
            }
          }
        }
      }
    }
    assertTrue(cases > 300_000, "only " + cases);
  }

  @Test
  void Abuse_041_everyCombinationOfOrganizationAndEndpoint() {
    List<AccessRequest> requests = List.of(request(RequesterMaker.HOME.digits()));
    List<AppliedPolicy> own = plain();
    List<AppliedPolicy> ofEveryone =
        statements().stream()
            .map(sketch -> sketch.withPrincipal(false, List.of()).policy("everyone"))
            .toList();
    long cases = 0;
    for (Requester requester : requesters()) {
      AppliedPolicies zero =
          AppliedPolicies.of(requester)
              .withIdentity(List.of(own.getFirst()))
              .withResource(ofEveryone.getFirst());
      for (Optional<List<Level>> serviceControl : levels(own)) {
        AppliedPolicies one = serviceControl.map(zero::withServiceControl).orElse(zero);
        for (Optional<List<Level>> resourceControl : levels(ofEveryone)) {
          AppliedPolicies two = resourceControl.map(one::withResourceControl).orElse(one);
          for (Optional<List<AppliedPolicy>> endpoint : layers(ofEveryone)) {
            cases += agree(endpoint.map(two::withVpcEndpoint).orElse(two), requests);
          }
        }
      }
    }
    assertTrue(cases > 50_000, "only " + cases);
  }

  private static List<Requester> requesters() {
    Arn serviceLinked = Arn.iam(RequesterMaker.HOME, "role/aws-service-role/x/worker");
    return List.of(
        USER,
        new Requester.RoleSession(RequesterMaker.HOME, serviceLinked, "", Optional.empty()),
        new Requester.Root(RequesterMaker.HOME),
        new Requester.Service(RequesterMaker.SERVICE),
        new Requester.Anonymous());
  }

  /// An organization layer that is absent, without levels, of one level, or of two.
  private static List<Optional<List<Level>>> levels(List<AppliedPolicy> policies) {
    List<Optional<List<Level>>> all = new ArrayList<>();
    all.add(Optional.empty());
    all.add(Optional.of(List.of()));
    for (Optional<List<AppliedPolicy>> first : layers(policies)) {
      all.add(Optional.of(List.of(new Level("r", first.orElse(List.of())))));
    }
    for (AppliedPolicy first : policies.subList(0, 2)) {
      for (AppliedPolicy second : policies) {
        all.add(
            Optional.of(List.of(new Level("r", List.of(first)), new Level("a", List.of(second)))));
      }
    }
    return all;
  }

  private static AccessRequest request(String account) {
    return new AccessRequest("s3:GetObject", "arn:aws:s3:::b/k", new AccountId(account), CONTEXT);
  }

  private static long agree(AppliedPolicies policies, List<AccessRequest> requests) {
    requests.forEach(request -> Duel.assertAgreement(policies, request));
    return requests.size();
  }
}

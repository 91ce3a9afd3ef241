package io.claviger.policy.second;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.Statement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The engine and the second opinion agree on every row of tables that leave nothing out.
final class TruthTablesTest {

  private static final Requester ANA =
      new Requester.IamUser(
          RequesterMaker.HOME, Arn.iam(RequesterMaker.HOME, "user/ana"), "AIDAUSER");
  private static final Requester WORKER =
      new Requester.RoleSession(
          RequesterMaker.HOME,
          Arn.iam(RequesterMaker.HOME, "role/worker"),
          "AROAROLE",
          Optional.of(Arn.sts(RequesterMaker.HOME, "assumed-role/worker/s1")));
  private static final AccessRequest GET =
      new AccessRequest(
          "s3:GetObject", "arn:aws:s3:::b/k", RequesterMaker.HOME, RequestContext.EMPTY);

  /// An operator with two values it tells apart and one it cannot read or does not match.
  record Row(String comparison, List<String> values) {}

  static Stream<Row> rows() {
    return Stream.concat(
        Family.ALL.stream()
            .flatMap(
                family -> family.comparisons().stream().map(name -> new Row(name, values(family)))),
        Stream.of(new Row("Null", List.of("true", "false", "x"))));
  }

  private static List<String> values(Family family) {
    return switch (family.name()) {
      case "number" -> List.of("1", "2", "x");
      case "date" -> List.of("2024-05-01", "2024-05-02", "x");
      case "truth" -> List.of("true", "false", "x");
      case "bytes" -> List.of("YQ==", "Yg==", "!");
      case "address" -> List.of("10.0.0.1", "::1", "x");
      case "arn" -> List.of("arn:aws:s3:::a", "arn:aws:s3:::b", "x");
      default -> List.of("a", "b", "*");
    };
  }

  @ParameterizedTest
  @MethodSource("rows")
  void Abuse_036_037_setOperatorsNegationAndIfExistsOnAllSmallSets(Row row) {
    List<AccessRequest> requests = contexts(row.values()).map(GET::withContext).toList();
    for (String prefix : List.of("", "ForAllValues:", "ForAnyValue:")) {
      for (String suffix : List.of("", "IfExists")) {
        for (List<String> values : Subsets.of(row.values())) {
          for (Effect effect : Effect.values()) {
            Sketch sketch =
                Sketch.of(effect).withCondition(prefix + row.comparison() + suffix, "a:k", values);
            agree(AppliedPolicies.of(ANA).withIdentity(List.of(sketch.policy("p"))), requests);
          }
        }
      }
    }
  }

  /// The key absent, single-valued and multivalued, with every set of the values.
  private static Stream<RequestContext> contexts(List<String> values) {
    return Stream.of(
            Stream.of(RequestContext.EMPTY, RequestContext.EMPTY.with("a:k", "")),
            values.stream().map(value -> RequestContext.EMPTY.with("a:k", value)),
            Subsets.of(values).stream().map(all -> RequestContext.EMPTY.with("a:k", all)))
        .flatMap(contexts -> contexts);
  }

  @Test
  void Abuse_038_notActionNotResourceAndNotPrincipalInEveryCombination() {
    List<List<String>> actions = Subsets.of(List.of("s3:GetObject", "s3:P*", "*:Get*"));
    List<List<String>> resources =
        Subsets.of(List.of("arn:aws:s3:::b/*", "arn:aws:s3:::c", "arn:aws:s3:::${a:b}"));
    for (Sketch principal : principals()) {
      for (List<String> patterns : actions) {
        for (List<String> arns : resources) {
          for (int negations = 0; negations < 4; negations++) {
            Sketch sketch =
                principal
                    .withAction((negations & 1) == 1, patterns)
                    .withResource((negations & 2) == 2, arns);
            agree(sketch);
          }
        }
      }
    }
  }

  private static List<Sketch> principals() {
    List<Sketch> principals = new ArrayList<>();
    for (Effect effect : Effect.values()) {
      principals.add(Sketch.of(effect));
      for (boolean isNegated : new boolean[] {false, true}) {
        for (List<String> names :
            Subsets.of(
                List.of(
                    "111122223333",
                    "arn:aws:iam::111122223333:user/ana",
                    "arn:aws:iam::111122223333:role/worker",
                    "arn:aws:sts::111122223333:assumed-role/worker/s1"))) {
          principals.add(Sketch.of(effect).withPrincipal(isNegated, names));
        }
      }
    }
    return principals;
  }

  /// In an identity policy, if there is no principal; else in a resource policy, with a boundary
  /// and without.
  private static void agree(Sketch sketch) {
    for (Requester requester : List.of(ANA, WORKER)) {
      AppliedPolicies able =
          AppliedPolicies.of(requester)
              .withIdentity(List.of(Sketch.of(Effect.ALLOW).policy("able")));
      if (sketch.principal().isEmpty()) {
        agree(AppliedPolicies.of(requester).withIdentity(List.of(sketch.policy("p"))), ASKED);
        agree(able.withBoundary(List.of(sketch.policy("p"))), ASKED);
      } else {
        agree(AppliedPolicies.of(requester).withResource(sketch.policy("p")), ASKED);
        agree(able.withBoundary(able.identity()).withResource(sketch.policy("p")), ASKED);
      }
    }
  }

  private static final List<AccessRequest> ASKED =
      List.of(
          GET,
          new AccessRequest("s3:PutObject", "*", RequesterMaker.HOME, RequestContext.EMPTY),
          GET.withContext(RequestContext.EMPTY.with("a:b", "b/k")));

  private static void agree(AppliedPolicies policies, List<AccessRequest> requests) {
    requests.forEach(request -> Duel.assertAgreement(policies, request));
  }

  @Test
  void Abuse_030_allShortPatternsOnAllShortTexts() {
    List<String> texts = Subsets.texts("ab", 5);
    for (String pattern : Subsets.texts("ab*?", 4)) {
      Template template = Template.plain(pattern);
      Sketch allow = Sketch.of(Effect.ALLOW);
      AppliedPolicies none = AppliedPolicies.of(ANA);
      AppliedPolicies byAction =
          none.withIdentity(List.of(allow.withAction(false, List.of("x:" + pattern)).policy("a")));
      AppliedPolicies byResource =
          none.withIdentity(
              List.of(allow.withResource(false, List.of("arn:aws:s3:::" + pattern)).policy("r")));
      AppliedPolicies byCondition =
          none.withIdentity(
              List.of(allow.withCondition("StringLike", "a:k", List.of(pattern)).policy("c")));
      for (String text : texts) {
        AccessRequest request =
            new AccessRequest(
                "x:" + text,
                "arn:aws:s3:::" + text,
                RequesterMaker.HOME,
                RequestContext.EMPTY.with("a:k", text));
        String which = pattern + " on " + text;
        boolean matches = template.matches(text);
        assertEquals(matches, isAllowed(byAction, request), () -> "action " + which);
        assertEquals(matches, isAllowed(byResource, request), () -> "resource " + which);
        assertEquals(matches, isAllowed(byCondition, request), () -> "condition " + which);
      }
    }
  }

  private static boolean isAllowed(AppliedPolicies policies, AccessRequest request) {
    return Evaluator.evaluate(policies, request).isAllowed();
  }
}

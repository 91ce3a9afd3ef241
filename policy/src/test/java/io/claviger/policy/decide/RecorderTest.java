package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecorderTest {

  private static final AccessRequest REQUEST =
      new AccessRequest(
          "s3:GetObject",
          "arn:aws:s3:::b/k",
          Policies.HOME,
          RequestContext.EMPTY.with("aws:username", "ana"));

  private static final Requester ANA =
      new Requester.IamUser(Policies.HOME, Arn.iam(Policies.HOME, "user/ana"), "AIDAANA");

  private static PolicyDocument read(String text, PolicyKind kind) {
    return PolicyParser.parse(text, kind).document().orElseThrow();
  }

  private static AppliedPolicy policy(String statements) {
    String text = "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
    return Policies.policy(read(text, PolicyKind.IDENTITY));
  }

  @Test
  void everyReasonOfAMissIsTold() {
    AppliedPolicy policy =
        policy(
            """
            {"Effect":"Allow","Action":"s3:Put*","Resource":"arn:aws:s3:::c/*","Condition":{
             "StringEquals":{"aws:username":"bob"},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}\
            """);
    List<StatementOutcome> told = new ArrayList<>();
    Evaluator.evaluate(AppliedPolicies.of(ANA).withIdentity(List.of(policy)), REQUEST, told::add);
    List<Miss> misses = told.getFirst().misses();
    var statement = told.getFirst().statement();

    assertEquals(1, told.size());
    assertEquals(
        List.of(
            new Miss.Action(statement.action(), true),
            new Miss.Resource(statement.resource().orElseThrow(), true, Map.of()),
            new Miss.UnmetCondition(
                statement.conditions().get(0), Optional.of(List.of("ana")), true, Map.of()),
            new Miss.UnmetCondition(
                statement.conditions().get(1), Optional.empty(), true, Map.of())),
        misses);
  }

  @Test
  void aPrincipalThatIsNotMeantIsTold() {
    PolicyDocument document =
        read(
            """
            {"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"*",
            "Resource":"*"}}\
            """,
            PolicyKind.RESOURCE);
    List<StatementOutcome> told = new ArrayList<>();
    Evaluator.evaluate(
        AppliedPolicies.of(ANA).withResource(Policies.policy(document)), REQUEST, told::add);

    assertEquals(
        List.of(new Miss.Principal(document.statements().getFirst().principal(), true)),
        told.getFirst().misses());
  }

  @Test
  void whatCannotBeComparedIsTold() {
    AppliedPolicy policy =
        policy(
            """
            {"Effect":"Allow","Action":"*","Resource":"*",
             "Condition":{"NumericEquals":{"aws:username":"5"}}}\
            """);
    List<StatementOutcome> told = new ArrayList<>();
    Evaluator.evaluate(AppliedPolicies.of(ANA).withIdentity(List.of(policy)), REQUEST, told::add);

    Miss.UnmetCondition miss = (Miss.UnmetCondition) told.getFirst().misses().getFirst();
    assertTrue(!miss.isComparable());
  }

  @Test
  void whatADenyCannotTellIsNoMiss() {
    AppliedPolicy policy =
        policy(
            """
            {"Effect":"Deny","Action":"*","Resource":"*",
             "Condition":{"NumericEquals":{"aws:username":"5"}}}\
            """);
    List<StatementOutcome> told = new ArrayList<>();
    Decision decision =
        Evaluator.evaluate(
            AppliedPolicies.of(ANA).withIdentity(List.of(policy)), REQUEST, told::add);

    assertTrue(decision instanceof Decision.ExplicitlyDenied);
    assertTrue(told.getFirst().isMatch());
    assertEquals(1, told.getFirst().untold().size());
    assertTrue(!told.getFirst().untold().getFirst().isComparable());
  }

  /// Of a version that has no variables none is told.
  @ParameterizedTest
  @CsvSource({"2012-10-17, true", "2008-10-17, false"})
  void whatVariablesStandForIsTold(String version, boolean isTold) {
    PolicyDocument document =
        read(
            """
            {"Version":"%s","Statement":{"Effect":"Allow","Action":"*",
             "Resource":"arn:aws:s3:::b/${aws:username}/${aws:PrincipalTag/team}/*","Condition":{
             "StringEquals":{"aws:userid":"x-${aws:PrincipalTag/team, 'none'}"}}}}\
            """
                .formatted(version),
            PolicyKind.IDENTITY);
    List<StatementOutcome> told = new ArrayList<>();
    Evaluator.evaluate(
        AppliedPolicies.of(ANA).withIdentity(List.of(Policies.policy(document))),
        REQUEST,
        told::add);

    var resource = (Miss.Resource) told.getFirst().misses().get(0);
    var condition = (Miss.UnmetCondition) told.getFirst().misses().get(1);
    Map<String, Optional<String>> ofResource =
        Map.of("aws:username", Optional.of("ana"), "aws:PrincipalTag/team", Optional.empty());
    assertEquals(isTold ? ofResource : Map.of(), resource.variables());
    assertEquals(
        isTold ? Map.of("aws:PrincipalTag/team", Optional.of("none")) : Map.of(),
        condition.variables());
  }

  @Test
  void eachLayerThatHasASayIsTold() {
    AppliedPolicy silent = policy("{\"Effect\":\"Allow\",\"Action\":\"ec2:*\",\"Resource\":\"*\"}");
    AppliedPolicy open = policy("{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}");
    Map<Layer, Boolean> told = new LinkedHashMap<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void statement(StatementOutcome outcome) {}

          @Override
          public void layer(Layer layer, boolean isAllowing) {
            told.put(layer, isAllowing);
          }
        };
    Evaluator.evaluate(
        AppliedPolicies.of(ANA).withIdentity(List.of(open)).withBoundary(List.of(silent)),
        REQUEST,
        recorder);

    assertEquals(
        Map.of(Layer.RESOURCE, false, Layer.IDENTITY, true, Layer.PERMISSIONS_BOUNDARY, false),
        told);
  }

  @Test
  void theDecidingStatementsAreNamedWithTheirPlace() {
    AppliedPolicy policy =
        policy(
            """
            {"Effect":"Allow","Action":"ec2:*","Resource":"*"},
            {"Effect":"Allow","Action":"s3:*","Resource":"*"},
            {"Effect":"Allow","Action":"*","Resource":"*"}\
            """);
    Decision decision =
        Evaluator.evaluate(AppliedPolicies.of(ANA).withIdentity(List.of(policy)), REQUEST);

    assertEquals(List.of(1, 2), decision.deciding().stream().map(MatchedStatement::index).toList());
  }

  @Test
  void allMatchingDeniesAreNamedWithTheFirstLayer() {
    AppliedPolicy deny = policy("{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}");
    Decision decision =
        Evaluator.evaluate(
            AppliedPolicies.of(ANA).withIdentity(List.of(deny, deny)).withBoundary(List.of(deny)),
            REQUEST);

    assertEquals(3, decision.deciding().size());
    assertEquals(Layer.IDENTITY, ((Decision.ExplicitlyDenied) decision).layer());
  }
}

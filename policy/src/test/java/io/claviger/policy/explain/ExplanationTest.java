package io.claviger.policy.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.cases.CaseLine;
import io.claviger.policy.cases.CaseReader;
import io.claviger.policy.cases.DecisionCase;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.Miss;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.testkit.DecisionTables;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplanationTest {

  /// The explanation of what ana asks, in JSON with double quotes written as single ones.
  private static Explanation explain(String context, String policies) {
    return explainRequest(
        "'principal':{'AWS':'arn:aws:iam::111122223333:user/ana'},'action':'s3:GetObject',"
            + "'resource':'arn:aws:s3:::b/k','context':"
            + context,
        policies);
  }

  private static Explanation explainRequest(String asked, String policies) {
    String line =
        "{'id':'x','request':{'resourceAccount':'111122223333',"
            + asked
            + "},'policies':"
            + policies
            + "}";
    CaseLine read = new CaseReader().read(line.replace('\'', '"'));
    DecisionCase row = assertInstanceOf(DecisionCase.class, read);
    return Explanation.of(row.policies(), row.request());
  }

  private static String policy(String... statements) {
    return "{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}";
  }

  private static String allow(String more) {
    return "{'Effect':'Allow'," + more + "}";
  }

  private static List<String> words(Explanation explanation) {
    return explanation.statements().stream()
        .flatMap(outcome -> outcome.misses().stream())
        .map(miss -> MissWords.of(miss, explanation.requester(), explanation.request()))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> explainingDecidesNothingElse() {
    return DecisionTables.all()
        .map(line -> {
          DecisionCase row = (DecisionCase) new CaseReader().read(line);
          return DynamicTest.dynamicTest(
              row.id(),
              () -> {
                Explanation explanation = Explanation.of(row.policies(), row.request());
                assertEquals(
                    Evaluator.evaluate(row.policies(), row.request()), explanation.decision());
                assertEquals(
                    explanation.decision().deciding().size(),
                    explanation.statements().stream().filter(explanation::isDeciding).count());
                assertTrue(explanation.sentence().contains("uthorized to perform"));
              });
        });
  }

  @Test
  void everyLayerSaysWhatItSays() {
    Explanation explanation =
        explain(
            "{}",
            "{'identity':[%s],'boundary':[%s],'scps':[{'target':'r','policies':[]}],'session':[%s]}"
                .formatted(
                    policy(allow("'Action':'*','Resource':'*'")),
                    policy(allow("'Action':'ec2:*','Resource':'*'")),
                    policy("{'Effect':'Deny','Action':'*','Resource':'*'}")));

    assertEquals(LayerState.ALLOWS, explanation.layers().get(Layer.IDENTITY));
    assertEquals(LayerState.SILENT, explanation.layers().get(Layer.PERMISSIONS_BOUNDARY));
    assertEquals(LayerState.DENIES, explanation.layers().get(Layer.SESSION));
    assertEquals(LayerState.SILENT, explanation.layers().get(Layer.SERVICE_CONTROL));
    assertEquals(LayerState.ABSENT, explanation.layers().get(Layer.RESOURCE));
    assertEquals(List.of(Layer.values()), List.copyOf(explanation.layers().keySet()));
  }

  @Test
  void theSentenceOfADenialIsThatOfAws() {
    assertEquals(
        "User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on"
            + " resource: arn:aws:s3:::b/k because no identity-based policy allows the s3:GetObject"
            + " action",
        explain("{}", "{}").sentence());
  }

  @Test
  void theSentenceOfAnAllowNamesTheLayer() {
    String all = policy(allow("'Action':'*','Resource':'*'"));
    assertEquals(
        "User: arn:aws:iam::111122223333:user/ana is authorized to perform: s3:GetObject on"
            + " resource: arn:aws:s3:::b/k because an identity-based policy allows it",
        explain("{}", "{'identity':[" + all + "]}").sentence());
  }

  @ParameterizedTest
  @CsvSource({
    "root, a:b, the root user needs no policy for it",
    "user/ana, sts:GetCallerIdentity, nobody needs a permission for it"
  })
  void theSentenceOfAnAllowWithoutAStatementSaysWhy(String who, String action, String why) {
    String asked =
        "'principal':{'AWS':'arn:aws:iam::111122223333:" + who + "'},'action':'" + action;
    assertEquals(
        "User: arn:aws:iam::111122223333:%s is authorized to perform: %s on resource: * because %s"
            .formatted(who, action, why),
        explainRequest(asked + "','resource':'*'", "{}").sentence());
  }

  @Test
  void theTrustPolicyIsCalledByItsName() {
    String asked =
        "'principal':{'Service':'a.amazonaws.com'},'action':'sts:AssumeRole',"
            + "'resource':'arn:aws:iam::111122223333:role/R'";
    String trust =
        policy(allow("'Action':'sts:AssumeRole','Principal':{'Service':'a.amazonaws.com'}"));
    assertEquals(
        "User: a.amazonaws.com is authorized to perform: sts:AssumeRole on resource:"
            + " arn:aws:iam::111122223333:role/R because a role trust policy allows it",
        explainRequest(asked, "{'resource':" + trust + "}").sentence());
  }

  private static List<Integer> nearMisses(Explanation explanation) {
    return explanation.statements().stream()
        .filter(explanation::isNearMiss)
        .map(StatementOutcome::index)
        .toList();
  }

  private static String deny(String more) {
    return "{'Effect':'Deny'," + more + "}";
  }

  @Test
  void anAllowThatMissesByOneElementAndSpeaksOfTheServiceIsNear() {
    Explanation explanation =
        explain(
            "{}",
            "{'identity':[%s]}"
                .formatted(
                    policy(
                        allow("'Action':'S3:Put*','Resource':'*'"),
                        allow("'Action':'ec2:*','Resource':'*'"),
                        allow("'NotAction':'s3:*','Resource':'*'"),
                        allow("'Action':'s3:Put*','Resource':'arn:aws:s3:::c/*'"),
                        allow("'Action':'*','Resource':'arn:aws:s3:::c/*'"),
                        allow(
                            "'Action':'s3:*','Resource':'*','Condition':{"
                                + "'Bool':{'aws:SecureTransport':'true'},"
                                + "'StringEquals':{'aws:username':'bob'}}"))));

    assertEquals(List.of(0, 2, 4, 5), nearMisses(explanation));
  }

  @Test
  void aDenyThatMissesByOneElementIsNearUnlessItIsAboutOtherActions() {
    Explanation explanation =
        explain(
            "{}",
            "{'identity':[%s]}"
                .formatted(
                    policy(
                        allow("'Action':'*','Resource':'*'"),
                        deny("'Action':'s3:Put*','Resource':'*'"),
                        deny("'NotAction':'s3:*','Resource':'*'"),
                        deny("'Action':'s3:Put*','Resource':'arn:aws:s3:::c/*'"),
                        deny("'Action':'s3:*','Resource':'arn:aws:s3:::c/*'"))));

    assertEquals(List.of(4), nearMisses(explanation));
  }

  @Test
  void anAllowIsOnlyNearWhereItIsWanted() {
    String near = allow("'Action':'s3:Put*','Resource':'*'");
    String all = allow("'Action':'*','Resource':'*'");

    assertEquals(List.of(), nearMisses(explain("{}", "{'identity':[" + policy(near, all) + "]}")));
    assertEquals(
        List.of(0),
        nearMisses(
            explain(
                "{}",
                "{'identity':[" + policy(near, all) + "],'boundary':[" + policy(near) + "]}")));
  }

  @Test
  void everyLevelSaysWhetherItAllows() {
    String all = policy(allow("'Action':'*','Resource':'*'"));
    String none = policy(allow("'Action':'ec2:*','Resource':'*'"));
    String levels =
        "[{'target':'r','policies':[%1$s]},{'target':'ou','policies':[%2$s,%2$s]},{'target':'1','policies':[%3$s,%1$s]}]"
            .formatted(all, none, policy(deny("'Action':'*','Resource':'*'")));
    Explanation explanation = explain("{}", "{'identity':[" + all + "],'scps':" + levels + "}");

    assertEquals(
        List.of(
            new LevelState(Layer.SERVICE_CONTROL, "r", LayerState.ALLOWS),
            new LevelState(Layer.SERVICE_CONTROL, "ou", LayerState.SILENT),
            new LevelState(Layer.SERVICE_CONTROL, "1", LayerState.DENIES)),
        explanation.levels());
    assertEquals(List.of(), explain("{}", "{'rcps':[],'identity':[" + all + "]}").levels());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}"
      })
  void levelsWithoutASayAreNotSpokenOf(String policy) {
    String asked =
        "'principal':{'Service':'a.amazonaws.com'},'action':'s3:GetObject','resource':'arn:aws:s3:::b/k'";
    String levels = "{'scps':[{'target':'r','policies':[" + policy + "]}]}";
    assertEquals(List.of(), explainRequest(asked, levels).levels());
  }

  @Test
  void aMissSaysWhatMetWhat() {
    Explanation explanation =
        explain(
            "{'aws:username':'ana','aws:TagKeys':[],'aws:CurrentTime':'tomorrow'}",
            "{'identity':[%s]}"
                .formatted(
                    policy(
                        "{'Effect':'Allow','Action':['s3:a','s3:b','s3:c','s3:d','s3:e','s3:f',"
                            + "'s3:g'],'Resource':'arn:aws:s3:::c/*','Condition':{'StringEquals':{"
                            + "'aws:username':['bob','eve'],'aws:PrincipalTag/team':'red'},"
                            + "'ForAnyValue:StringEquals':{'aws:TagKeys':'a'},"
                            + "'DateLessThan':{'aws:CurrentTime':'2030-01-01'}}}",
                        "{'Effect':'Allow','NotAction':'s3:*','NotResource':'arn:aws:s3:::b/k'}")));
    assertEquals(
        List.of(
            "Action: s3:GetObject is not among s3:a, s3:b, s3:c, s3:d, s3:e and 2 more",
            "Resource: arn:aws:s3:::b/k is not among arn:aws:s3:::c/*",
            "Condition: StringEquals aws:username \"bob\", \"eve\", but the request has \"ana\"",
            "Condition: StringEquals aws:PrincipalTag/team \"red\", but the request has no such key",
            "Condition: ForAnyValue:StringEquals aws:TagKeys \"a\", but the request has it with no"
                + " values",
            "Condition: DateLessThan aws:CurrentTime \"2030-01-01\", but the request has \"tomorrow\","
                + " which cannot be compared",
            "NotAction: s3:GetObject is among s3:*",
            "NotResource: arn:aws:s3:::b/k is among arn:aws:s3:::b/k"),
        words(explanation));
  }

  @Test
  void whatVariablesStandForIsSaid() {
    Explanation explanation =
        explain(
            "{'aws:username':'ana','aws:userid':'7'}",
            "{'identity':[%s]}"
                .formatted(
                    policy(
                        allow(
                            "'Action':'*','Resource':'arn:aws:s3:::${aws:username}/*',"
                                + "'Condition':{'StringEquals':{'aws:userid':"
                                + "['${aws:username}','${aws:x}']}}"))));
    assertEquals(
        List.of(
            "Resource: arn:aws:s3:::b/k is not among arn:aws:s3:::${aws:username}/*, where"
                + " ${aws:username} is \"ana\"",
            "Condition: StringEquals aws:userid \"${aws:username}\", \"${aws:x}\", where"
                + " ${aws:username} is \"ana\", ${aws:x} has no value, but the request has \"7\""),
        words(explanation));
  }

  @Test
  void aPrincipalThatIsNotMeantIsNamed() {
    String others = "'Principal':{'AWS':'444455556666','Service':'a.amazonaws.com'}";
    String policy =
        policy(
            allow(others + ",'Action':'*','Resource':'*'"),
            "{'Effect':'Deny','NotPrincipal':{'AWS':['111122223333',"
                + "'arn:aws:iam::111122223333:user/ana']},'Action':'*','Resource':'*'}");
    assertEquals(
        List.of(
            "Principal: arn:aws:iam::111122223333:user/ana is not among 444455556666,"
                + " a.amazonaws.com",
            "NotPrincipal: arn:aws:iam::111122223333:user/ana is among 111122223333,"
                + " arn:aws:iam::111122223333:user/ana"),
        words(explain("{}", "{'resource':" + policy + "}")));
    assertEquals(
        "Principal: there is none, so nobody is meant",
        MissWords.of(
            new Miss.Principal(java.util.Optional.empty(), false),
            explain("{}", "{}").requester(),
            explain("{}", "{}").request()));
  }

  @Test
  void whatCannotBeComparedIsNotSaidToDiffer() {
    Explanation explanation =
        explain(
            "{'aws:TagKeys':['a']}",
            "{'identity':[%s],'resource':%s}"
                .formatted(
                    policy(
                        "{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::${aws:x}/*'}",
                        "{'Effect':'Allow','NotAction':'*:Get*','Resource':'*'}",
                        "{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}",
                        "{'Effect':'Allow','Action':'*','Resource':'*',"
                            + "'Condition':{'StringEquals':{'aws:TagKeys':'a'}}}",
                        "{'Effect':'Allow','Action':'*','Resource':'*',"
                            + "'Condition':{'StringIs':{'aws:TagKeys':'a'}}}"),
                    policy(
                        allow(
                            "'NotPrincipal':{'AWS':'444455556666'},'Action':'*','Resource':'*'"))));
    assertEquals(
        List.of(
            "NotPrincipal: with Allow it means nobody",
            "NotResource: arn:aws:s3:::b/k cannot be compared with arn:aws:s3:::${aws:x}/*, where"
                + " ${aws:x} has no value",
            "NotAction: s3:GetObject cannot be compared with *:Get*",
            "Principal: such a policy has none, so nobody is meant",
            "Condition: StringEquals aws:TagKeys \"a\", but the request has \"a\"; a key of several"
                + " values wants ForAllValues or ForAnyValue",
            "Condition: StringIs aws:TagKeys \"a\", but the request has \"a\"; there is no such"
                + " operator"),
        words(explanation));
  }
}

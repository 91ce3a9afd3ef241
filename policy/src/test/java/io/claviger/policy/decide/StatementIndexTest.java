package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the index leads to is all that matches: the decision on the statements it finds is the one
/// on all of them.
final class StatementIndexTest {

  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final Requester ANA =
      new Requester.IamUser(ACCOUNT, Arn.iam(ACCOUNT, "user/ana"), "");
  private static final Recorder DEAF = _ -> {};

  private static final String[] ACTIONS = {
    "\"s3:GetObject\"",
    "\"s3:Get*\"",
    "\"S3:*\"",
    "\"*\"",
    "\"iam:GetRole\"",
    "\"i?m:x\"",
    "[\"s3:PutObject\",\"iam:*\"]",
    "\"sqs:?endMessage\"",
    "\"nocolon\""
  };

  /// The ends that patterns and ARNs share. The first two have the same hash.
  private static final String[] ENDS = {
    "Aa", "BB", "a", "b/c", "role/x", "role/path/x", "x-dev", "role/x-dev", "b/c/d.csv", ""
  };

  private static final String[] WILD = {"", "*", "?", "*-dev", "/*", "${aws:username}", "*.csv"};

  private static final String[] HEADS = {
    "arn:aws:s3:::", "arn:aws:s3::111122223333:", "arn:aws:iam::111122223333:", "arn:*:s3:::",
    "arn:aws:*:::", "arn:aws:iam::*:", "arn:aws:s", "arn:aws:sqs:eu-west-1:111122223333:"
  };

  private static String pattern(Choices choices) {
    if (choices.chance(10)) {
      return "*";
    }
    String end = choices.oneOf(ENDS) + choices.oneOf(WILD);
    String whole = choices.chance(25) ? choices.oneOf(WILD) + end : end;
    return choices.oneOf(HEADS) + whole;
  }

  private static String statement(Choices choices, int perThousandDenies) {
    List<String> patterns = choices.listOf(1, 4, StatementIndexTest::pattern);
    String resources = "\"" + String.join("\",\"", patterns) + "\"";
    return """
    {"Effect":"%s","%s":%s,"%s":[%s]%s}\
    """
        .formatted(
            choices.below(1_000) < perThousandDenies ? "Deny" : "Allow",
            choices.chance(10) ? "NotAction" : "Action",
            choices.oneOf(ACTIONS).replace("i?m", "iam").replace("\"nocolon\"", "\"sqs:*\""),
            choices.chance(10) ? "NotResource" : "Resource",
            resources,
            choices.chance(30)
                ? ",\"Condition\":{\"StringEquals\":{\"aws:username\":\""
                    + choices.oneOf("ana", "bob", "${aws:username}")
                    + "\"}}"
                : "");
  }

  private static AppliedPolicy policy(String statements) {
    return policy("2012-10-17", statements);
  }

  private static AppliedPolicy policy(String version, String statements) {
    String text = "{\"Version\":\"" + version + "\",\"Statement\":[" + statements + "]}";
    var parsed = PolicyParser.parse(text, PolicyKind.IDENTITY);
    PolicyDocument document =
        parsed.evaluable().orElseThrow(() -> new AssertionError(text + parsed.findings()));
    return new AppliedPolicy(
        new PolicySource("p", Optional.empty(), PolicySource.Holder.USER),
        CompiledPolicy.compile(document));
  }

  private static List<AppliedPolicy> policies(Choices choices, int max) {
    int perThousandDenies = 400 / max;
    List<String> statements = choices.listOf(1, max, drawn -> statement(drawn, perThousandDenies));
    String version = choices.chance(20) ? "2008-10-17" : "2012-10-17";
    return List.of(policy(version, String.join(",", statements)));
  }

  private static AccessRequest request(Choices choices) {
    String action =
        choices.oneOf(
            "s3:GetObject",
            "S3:getobject",
            "s3:PutObject",
            "iam:GetRole",
            "sqs:SendMessage",
            "ec2:x");
    String resource =
        choices.chance(5)
            ? "*"
            : choices.oneOf(HEADS).replace("*", "aws")
                + choices.oneOf(ENDS)
                + choices.oneOf("", "", "x", "-dev", "/k", "ana", ".csv");
    RequestContext context =
        choices.chance(50)
            ? RequestContext.EMPTY.with("aws:username", "ana")
            : RequestContext.EMPTY;
    return new AccessRequest(action, resource, ACCOUNT, context);
  }

  @ParameterizedTest
  @CsvSource({"3, 1000", "8, 1000", "60, 150", "400, 20"})
  void whatTheIndexFindsDecidesLikeAllStatements(int statements, int seeds) {
    assertIndexAgrees(
        seeds,
        choices ->
            AppliedPolicies.of(ANA)
                .withServiceControl(
                    List.of(
                        new AppliedPolicies.Level("root", policies(choices, statements)),
                        new AppliedPolicies.Level("account", policies(choices, statements))))
                .withIdentity(policies(choices, statements))
                .withBoundary(policies(choices, statements)));
  }

  /// On the policies of every seed it decides as all statements do, and all outcomes occur.
  private static void assertIndexAgrees(int seeds, Function<Choices, AppliedPolicies> policies) {
    TreeSet<Class<?>> outcomes = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
    int tried =
        Choices.forSeeds(
            seeds,
            choices -> {
              AppliedPolicies applied = policies.apply(choices);
              for (int i = 0; i < 30; i++) {
                AccessRequest request = request(choices);
                Decision decision = Evaluator.evaluate(applied, request);
                assertEquals(
                    Evaluator.evaluate(applied, request, DEAF), decision, request.toString());
                outcomes.add(decision.getClass());
              }
            });
    assertTrue(tried < seeds || outcomes.size() == 3, outcomes::toString);
  }

  private static final String[] PRINCIPALS = {
    "\"Principal\":\"*\",",
    "\"Principal\":{\"AWS\":\"111122223333\"},",
    "\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/ana\"},",
    "\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/bob\"},",
    "\"NotPrincipal\":{\"AWS\":[\"111122223333\",\"arn:aws:iam::111122223333:user/ana\"]},",
    "\"NotPrincipal\":{\"AWS\":\"arn:aws:iam::111122223333:user/ana\"},",
    "",
  };

  private static final String TWO_CONDITIONS =
      ",\"Condition\":{\"Null\":{\"aws:username\":\"false\"},"
          + "\"StringLike\":{\"aws:username\":\"a*\"}}}";

  /// Statements with and without a principal, as they should be in the layer and not, with any
  /// number of conditions.
  private static List<AppliedPolicy> withPrincipals(Choices choices, int max) {
    List<String> statements =
        choices.listOf(
            1,
            max,
            drawn -> {
              String plain = statement(drawn, 400 / max);
              String whole =
                  drawn.chance(80) || plain.contains("Condition")
                      ? plain
                      : plain.substring(0, plain.length() - 1) + TWO_CONDITIONS;
              return whole.replaceFirst("\\{", "{" + drawn.oneOf(PRINCIPALS));
            });
    return List.of(policy(String.join(",", statements)));
  }

  @ParameterizedTest
  @CsvSource({"3, 1000", "8, 1000", "60, 100"})
  void withPrincipalsToo(int statements, int seeds) {
    assertIndexAgrees(
        seeds,
        choices ->
            AppliedPolicies.of(ANA)
                .withIdentity(withPrincipals(choices, statements))
                .withResource(withPrincipals(choices, statements).getFirst())
                .withVpcEndpoint(withPrincipals(choices, statements))
                .withResourceControl(
                    List.of(
                        new AppliedPolicies.Level("root", withPrincipals(choices, statements)))));
  }

  /// More lengths of starts and ends than the index keeps apart.
  @Test
  void partsOfVeryManyLengthsAreFound() {
    int longest = 400;
    List<String> resources = new ArrayList<>();
    for (int length = 1; length <= longest; length++) {
      String part = "arn:aws:s3:::" + (length % 2 == 0 ? "a" : "b").repeat(length);
      resources.add(part + "/*");
      resources.add("arn:aws:s3:::*/" + "ab".repeat(length));
    }
    AppliedPolicies applied =
        AppliedPolicies.of(ANA)
            .withIdentity(
                List.of(
                    policy(
                        resources.stream()
                            .map(StatementIndexTest::allowing)
                            .collect(Collectors.joining(",")))));
    for (String resource : resources) {
      for (String end : List.of("", "x")) {
        String named = resource.replace("*", "some") + end;
        AccessRequest request =
            new AccessRequest("s3:GetObject", named, ACCOUNT, RequestContext.EMPTY);
        Decision decision = Evaluator.evaluate(applied, request);
        assertEquals(Evaluator.evaluate(applied, request, DEAF), decision, named);
        assertEquals(end.isEmpty() || resource.endsWith("*"), decision.isAllowed(), named);
      }
    }
  }

  private static String allowing(String resource) {
    return "{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"" + resource + "\"}";
  }

  /// Statements share what a condition comes to, but not across the versions of the language: only
  /// in the later is `${aws:username}` a variable.
  @ParameterizedTest
  @CsvSource({"2012-10-17, ExplicitlyDenied", "2008-10-17, Allowed"})
  void aConditionIsSharedWithinAVersion(String version, String outcome) {
    String allow = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}";
    String deny =
        """
        {"Effect":"Deny","Action":"s3:*","Resource":"*",\
        "Condition":{"StringEquals":{"aws:username":"${aws:username}"}}}\
        """;
    String never = deny.replace("s3:*", "s3:Get*").replace("Equals", "NotEquals");
    AppliedPolicies applied =
        AppliedPolicies.of(ANA)
            .withIdentity(
                List.of(
                    policy("2012-10-17", never + ',' + never + ',' + allow),
                    policy("2008-10-17", never.replace("NotEquals", "Equals") + ',' + allow),
                    policy(version, deny)));
    Decision decision =
        Evaluator.evaluate(
            applied,
            new AccessRequest(
                "s3:GetObject",
                "arn:aws:s3:::b/k",
                ACCOUNT,
                RequestContext.EMPTY.with("aws:username", "ana")));
    assertEquals(outcome, decision.getClass().getSimpleName());
  }

  /// Long resources and values are taken apart before the patterns are tried.
  @Test
  void longTextsAreDecidedAlike() {
    TreeSet<String> outcomes = new TreeSet<>();
    Choices.forSeeds(
        1_500,
        choices -> {
          List<String> statements = choices.listOf(5, 40, StatementIndexTest::longStatement);
          AppliedPolicies applied =
              AppliedPolicies.of(ANA)
                  .withIdentity(List.of(policy(String.join(",", statements))))
                  .withBoundary(List.of(policy(String.join(",", statements.reversed()))));
          for (int i = 0; i < 10; i++) {
            AccessRequest request =
                new AccessRequest(
                    "s3:GetObject",
                    "arn:aws:s3:::" + longText(choices, 150),
                    ACCOUNT,
                    RequestContext.EMPTY.with("aws:username", longText(choices, 160)));
            Decision decision = Evaluator.evaluate(applied, request);
            assertEquals(Evaluator.evaluate(applied, request, DEAF), decision, request.toString());
            outcomes.add(decision.getClass().getSimpleName() + decision.deciding().size());
          }
        });
    assertTrue(outcomes.size() > 5, outcomes.toString());
  }

  private static String longStatement(Choices choices) {
    String resources =
        String.join("\",\"", choices.listOf(1, 4, one -> "arn:aws:s3:::*" + piece(one) + "*"));
    String names = String.join("\",\"", choices.listOf(8, 20, one -> "*" + piece(one) + "*"));
    return """
    {"Effect":"%s","Action":"s3:Get*","Resource":["%s"],"Condition":{"%s":{"aws:username":["%s"]}}}\
    """
        .formatted(
            choices.chance(3) ? "Deny" : "Allow",
            choices.chance(10) ? "*" : resources,
            choices.oneOf("StringLike", "StringNotLike"),
            names);
  }

  private static String piece(Choices choices) {
    return choices.text("ab?*", 4) + choices.text("abc", 9);
  }

  private static String longText(Choices choices, int atLeast) {
    return "ab".repeat(atLeast / 2) + choices.text("abbc", 60);
  }

  /// Where the fields of an ARN stand is kept in few bits, as far as it fits.
  @ParameterizedTest
  @ValueSource(ints = {1, 122, 123, 124, 65_520, 65_525, 65_526, 65_527, 65_528, 70_000})
  void fieldsThatAreFarAreFound(int length) {
    String partition = "arn:" + "p".repeat(length) + ":sqs:::";
    String region = "arn:aws:sqs:" + "r".repeat(length) + "::";
    for (String head : List.of(partition, region)) {
      // So many that they are looked up.
      String others =
          IntStream.range(0, 40)
              .mapToObj(number -> allowing("arn:aws:sqs:::c" + number))
              .collect(Collectors.joining(","));
      AppliedPolicies applied =
          AppliedPolicies.of(ANA)
              .withIdentity(List.of(policy(others), policy(allowing(head + "b/*"))));
      for (String resource : List.of("b/k", "c1")) {
        AccessRequest request =
            new AccessRequest("s3:GetObject", head + resource, ACCOUNT, RequestContext.EMPTY);
        assertEquals(resource.equals("b/k"), Evaluator.evaluate(applied, request).isAllowed());
      }
    }
  }

  @Test
  void aStatementThatMatchesTwiceIsNamedOnce() {
    String other = "{\"Effect\":\"Allow\",\"Action\":\"sqs:*\",\"Resource\":\"*\"},";
    for (String effect : List.of("Allow", "Deny")) {
      AppliedPolicies applied =
          AppliedPolicies.of(ANA).withIdentity(List.of(policy(other.repeat(5) + twice(effect))));
      AccessRequest request =
          new AccessRequest("s3:GetObject", "arn:aws:s3:::b/k", ACCOUNT, RequestContext.EMPTY);
      assertEquals(1, Evaluator.evaluate(applied, request).deciding().size());
    }
  }

  private static String twice(String effect) {
    return """
    {"Effect":"%s","Action":"s3:*","Resource":["arn:aws:s3:::b/*","arn:aws:s3:::*k","arn:aws:s3:::b/k"]}\
    """
        .formatted(effect);
  }

  @Test
  void moreActionsThanAreKeptAreDecidedAlike() {
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      statements.add(
          "{\"Effect\":\"Allow\",\"Action\":\"s3:*%d\",\"Resource\":\"arn:aws:s3:::b\"}"
              .formatted(i));
    }
    AppliedPolicies applied =
        AppliedPolicies.of(ANA).withIdentity(List.of(policy(String.join(",", statements))));
    for (int i = 0; i < 10_000; i++) {
      AccessRequest request =
          new AccessRequest("s3:a" + i, "arn:aws:s3:::b", ACCOUNT, RequestContext.EMPTY);
      assertTrue(Evaluator.evaluate(applied, request).isAllowed());
    }
  }
}

package io.claviger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {

  private static final String READ =
      "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\","
          + "\"Resource\":\"*\"}}";

  /// Runs `simulate` on a policy that lets read from S3.
  private static Ran simulate(String... more) {
    List<String> command = new ArrayList<>(List.of("simulate", "--identity", READ));
    command.addAll(List.of(more));
    return Ran.of(command.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, allowed, 0",
    "s3:GetObject, denied, 1",
    "s3:PutObject, allowed, 1",
    "s3:PutObject, denied, 0",
    "s3:PutObject, DENIED, 0",
    "s3:PutObject, maybe, 2"
  })
  void theStatusSaysWhetherTheExpectationIsMet(String action, String outcome, int status) {
    assertEquals(status, simulate("--action", action, "--expect", outcome).status());
    assertEquals(status, simulate("--json", "--action", action, "--expect", outcome).status());
    assertEquals(status, simulate("--explain", "--action", action, "--expect", outcome).status());
  }

  @Test
  void oneDecisionOfManyCanMissTheExpectation() {
    String[] both = {"--action", "s3:GetObject", "--action", "s3:PutObject", "--expect"};
    assertEquals(1, simulate(with(both, "allowed")).status());
    assertEquals(1, simulate(with(both, "denied")).status());
    assertEquals(0, simulate("--action", "s3:PutObject").status());
  }

  private static String[] with(String[] arguments, String last) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add(last);
    return all.toArray(String[]::new);
  }

  private static final String DENY = READ.replace("Allow", "Deny");

  /// What was given of a group before would be forgotten otherwise.
  @ParameterizedTest
  @CsvSource({
    "--boundary, {}",
    "--resource-policy, {}",
    "--vpc-endpoint, {}",
    "--principal, anonymous",
    "--resource-account, 111122223333",
    "--expect, allowed",
    "--case, -",
    "--cases, -"
  })
  void anOptionOfOneValueIsGivenOnce(String option, String value) {
    Ran ran =
        simulate("--identity", DENY, "--action", "s3:GetObject", option, value, option, value);
    assertEquals(2, ran.status());
    assertTrue(ran.err().contains(option + "' should be specified only once"), ran.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-defaults", "--explain", "--json"})
  void aSwitchIsGivenOnce(String option) {
    Ran ran = simulate("--identity", DENY, "--action", "s3:GetObject", option, option);
    assertEquals(2, ran.status());
    assertTrue(ran.err().contains(option + "' should be specified only once"), ran.err());
  }

  @Test
  void whatIsNotAsExpectedIsNamed() {
    Ran ran =
        simulate("--action", "s3:GetObject", "--action", "s3:PutObject", "--expect", "allowed");
    assertEquals("claviger: expected allowed, but s3:PutObject on * is denied\n", ran.err());
  }

  @ParameterizedTest
  @CsvSource({
    "s3:PutObjct, claviger: AWS documents no action s3:PutObjct. Did you mean s3:PutObject?",
    "s3:PutObject, ''",
    "ledger:Read, ''"
  })
  void anActionThatAwsDoesNotDocumentIsNamed(String action, String said) {
    Ran ran = Ran.of("simulate", "--managed", "ReadOnlyAccess", "--action", action);
    assertEquals(said, ran.err().strip());
    assertEquals(0, ran.status());
  }

  @Test
  void aDenyThatCannotBeComparedSaysSo() {
    String deny =
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*",
         "Condition":{"NumericLessThan":{"s3:max-keys":"10"}}}}\
        """;
    String shown =
        simulate(
                "--explain",
                "--identity",
                deny,
                "--action",
                "s3:ListBucket",
                "--context",
                "s3:max-keys=x")
            .out();
    assertTrue(
        shown.contains("denies and decides, since to a deny what cannot be compared is met:"),
        shown);
    assertTrue(shown.contains("but the request has \"x\", which cannot be compared"), shown);
  }

  @Test
  void aManagedPolicyMayBeNamedByItsArn() {
    Ran ran =
        Ran.of(
            "simulate",
            "--managed",
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "--action",
            "s3:GetObject");
    assertTrue(ran.out().contains("allowed"), ran.out() + ran.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--action=GetObject | --action is service:Name",
        "--action=s3:Get* | --action is service:Name",
        "--resource=arn:aws:s3:::b | --action is missing",
        "--action=s3:GetObject --resource=b/k | --resource is a full ARN",
        "--action=s3:GetObject --resource-account=12 | --resource-account has 12 digits",
        "--action=s3:GetObject --principal=anonymous | --resource-account is missing",
        "--action=s3:GetObject --principal=ana | --principal is the ARN of a user",
        "--action=s3:GetObject --principal=arn:aws:iam::111122223333:group/g | --principal is the ARN",
        "--action=s3:GetObject --context=team=blue | --context is key=value",
        "--action=s3:GetObject --context=aws:PrincipalTag/team | --context is key=value",
        "--action=s3:GetObject --managed=NoSuchPolicy | AWS has no managed policy named NoSuchPolicy",
        "--action=s3:GetObject --group=arn:aws:iam::aws:policy/None | AWS has no managed policy arn:",
        "--action=s3:GetObject --boundary=no-such-file | there is no file no-such-file",
        "--action=s3:GetObject --boundary=src | cannot read src: it is a folder",
        "--action=s3:GetObject --boundary= | the name of a file is empty",
        "--action=s3:GetObject --group=ReadOnlyAccess | there is no file ReadOnlyAccess; --managed",
        "--action=s3:GetObject --scp=FullAWSAccess | --scp is LEVEL=POLICY",
        "--action=s3:GetObject --session={} | session.1:1:1: MISSING_STATEMENT",
        "--cases=- | a case has its own policies and request",
        "--case=- | a case has its own policies and request",
        "--nonsense | Unknown option",
      })
  void whatIsWrongIsSaidWithStatusTwo(String options, String error) {
    Ran ran = simulate(options.split(" ", -1));
    assertEquals(2, ran.status(), ran::err);
    assertTrue(ran.err().startsWith("claviger: " + error), ran::err);
    assertEquals("", ran.out());
  }

  @Test
  void casesAreNotExpectedToBeOneThing() {
    assertEquals(2, Ran.of("simulate", "--cases", "-", "--expect", "allowed").status());
    assertEquals(2, Ran.of("simulate", "--cases", "-", "--case", "-").status());
  }

  @Test
  void everyErrorOfAPolicyIsTold() {
    String policy = READ.replace("Allow", "allow").replace("\"Resource\"", "\"Resources\"");
    Ran ran = Ran.of("simulate", "--identity", policy, "--action", "s3:GetObject");
    assertEquals(2, ran.status());
    assertTrue(ran.err().contains("identity.1:1:47: INVALID_EFFECT: "), ran::err);
    assertTrue(ran.err().contains("INVALID_POLICY_ELEMENT"), ran::err);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws:x=a | aws:x = \"a\"",
        "aws:x= | aws:x = \"\"",
        "aws:x=a=b | aws:x = \"a=b\"",
        "aws:x=[a,b] | aws:x = [\"a\", \"b\"]",
        "aws:x=[a, b] | aws:x = [\"a\", \"b\"]",
        "aws:x=[] | aws:x = []",
        "aws:x=a;AWS:X=b | aws:x = [\"a\", \"b\"]",
        "aws:x=a;aws:x=[] | aws:x = [\"a\"]",
        "aws:TagKeys=a | aws:TagKeys = [\"a\"]",
        "aws:tagkeys=a | aws:tagkeys = [\"a\"]",
        "s3:x-amz-acl=private | s3:x-amz-acl = \"private\"",
        "dynamodb:Attributes=a | dynamodb:Attributes = [\"a\"]",
        "AWS:Username=ana | AWS:Username = \"ana\""
      })
  void oneOrSeveralValuesIsPlain(String given, String shown) {
    List<String> command = new ArrayList<>(List.of("--explain", "--action", "s3:GetObject"));
    for (String each : given.split(";", -1)) {
      command.add("--context=" + each);
    }
    String out = simulate(command.toArray(String[]::new)).out();
    assertTrue(out.lines().anyMatch(line -> line.strip().endsWith(shown)), out);
  }

  @Test
  void givenKeysGoBeforeThoseFilledIn() {
    String out =
        simulate(
                "--explain",
                "--action=s3:GetObject",
                "--context=AWS:SecureTransport=false",
                "--principal=arn:aws:iam::111122223333:user/p/ana")
            .out();
    assertTrue(out.contains("AWS:SecureTransport = \"false\"\n"), out);
    assertFalse(out.contains("aws:SecureTransport"), out);
    assertTrue(out.contains("aws:username = \"ana\"  (filled in)"), out);
  }

  @Test
  void theRegionIsThatOfTheResource() {
    String out =
        simulate("--json", "--explain", "--action=s3:x", "--resource=arn:aws:sqs:eu-west-1:1:q")
            .out();
    assertTrue(out.contains("\"aws:RequestedRegion\": \"eu-west-1\""), out);
  }

  @ParameterizedTest
  @CsvSource({
    "accounts.google.com, aws:FederatedProvider",
    "cognito-identity.amazonaws.com, aws:FederatedProvider",
    "arn:aws:iam::111122223333:saml-provider/corp, saml-provider/corp",
    "lambda.amazonaws.com, aws:PrincipalServiceName",
    "arn:aws:sts::111122223333:federated-user/bob, 111122223333:bob"
  })
  void everyKindOfPrincipalIsKnown(String principal, String tells) {
    String out =
        simulate(
                "--json",
                "--explain",
                "--action=s3:GetObject",
                "--resource-account=111122223333",
                "--principal=" + principal)
            .out();
    assertTrue(out.contains(tells), out);
    assertTrue(out.contains("\"principal\": \"" + principal + '"'), out);
  }

  @Test
  void aCanonicalUserIsKnown() {
    String id = "0123456789abcdef".repeat(4);
    assertEquals(
        0,
        simulate("--action=s3:GetObject", "--resource-account=111122223333", "--principal=" + id)
            .status());
  }

  @Test
  void aCaseMayTakeSeveralLinesAndHasAnExpectation(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("case.json");
    Files.writeString(file, "{\"id\":\n\"x\"}");
    Ran ran = Ran.of("simulate", "--case", file.toString());
    assertEquals(2, ran.status());
    assertTrue(ran.err().contains("request is missing"), ran::err);

    String good = "src/test/resources/io/claviger/cli/policies/case.json";
    assertEquals(0, Ran.of("simulate", "--case", good, "--expect", "denied").status());
    assertEquals(1, Ran.of("simulate", "--case", good, "--expect", "allowed").status());
  }

  @Test
  void whatAPolicySaysDoesNotCommandTheTerminal() {
    String policy = READ.replace("\"Effect\"", "\"Sid\":\"\\u001b[2J\",\"Effect\"");
    String bucket =
        policy.replace("\"Action\"", "\"Principal\":\"*\",\"Action\"").replace("\\u001b", "\u202e");
    Ran ran =
        Ran.of(
            "simulate",
            "--explain",
            "--resource-policy",
            bucket,
            "--action=s3:GetObject",
            "--resource=arn:aws:s3:::b/\u001b[2J");
    assertEquals(0, ran.status(), ran::err);
    assertTrue(ran.out().chars().noneMatch(c -> c == '\u001b' || c == '\u202e'), ran::out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"simulate", "validate"})
  void helpHasTheExitStatus(String command) {
    Ran ran = Ran.of(command, "--help");
    assertEquals(0, ran.status());
    assertTrue(ran.out().contains("Exit status:"), ran::out);
  }

  @Test
  void helpIsACommandToo() {
    assertEquals(Ran.of("simulate", "--help").out(), Ran.of("help", "simulate").out());
    assertEquals(Ran.of("--help").out(), Ran.of("help").out());
  }
}

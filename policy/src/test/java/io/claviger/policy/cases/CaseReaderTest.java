package io.claviger.policy.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CaseReaderTest {

  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final String ANA = "{'AWS':'arn:aws:iam::111122223333:user/ana'}";
  private static final String ALLOW =
      "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}";
  private static final String ALLOW_ANYONE =
      "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':'*','Action':'*',"
          + "'Resource':'*'}}";

  private final CaseReader reader = new CaseReader();

  /// A case with double quotes written as single ones.
  private CaseLine read(String text) {
    return reader.read(text.replace('\'', '"'));
  }

  private DecisionCase good(String text) {
    return assertInstanceOf(DecisionCase.class, read(text), () -> read(text).toString());
  }

  private BadCase bad(String text) {
    return assertInstanceOf(BadCase.class, read(text));
  }

  private static String line(String principal, String more, String policies) {
    return ("{'id':'x','request':{'principal':%s,'action':'s3:GetObject','resource':'arn:aws:s3:::b/k',"
            + "'resourceAccount':'111122223333'%s},'policies':%s}")
        .formatted(principal, more, policies);
  }

  private Requester requester(String principal, String more) {
    return good(line(principal, more, "{}")).policies().requester();
  }

  private AppliedPolicies policies(String policies) {
    return good(line(ANA, "", policies)).policies();
  }

  @Test
  void theRequestIsReadAsItStands() {
    DecisionCase read =
        good(
            line(
                ANA,
                ",'context':{'aws:TagKeys':['a','b'],'AWS:UserName':'ana','aws:CalledVia':[]}",
                "{}"));

    assertEquals("x", read.id());
    assertEquals("s3:GetObject", read.request().action());
    assertEquals("arn:aws:s3:::b/k", read.request().resource());
    assertEquals(ACCOUNT, read.request().resourceAccount());
    assertEquals(
        RequestContext.EMPTY
            .with("aws:tagkeys", List.of("a", "b"))
            .with("aws:username", "ana")
            .with("aws:calledvia", List.of()),
        read.request().context());
  }

  @Test
  void membersComeInAnyOrder() {
    DecisionCase read =
        good(
            """
            {'policies':{'resource':{'Version':'2012-10-17','Statement':{'Effect':'Allow','Principal':'*',
             'Action':'sts:AssumeRole'}}},'expected':{'decision':{}},'topic':1e999,'request':{
             'note':[{}],'resource':'arn:aws:iam::111122223333:role/R','action':'sts:AssumeRole',
             'resourceAccount':'111122223333','principal':'anonymous'},'id':''}\
            """);

    assertEquals("", read.id());
    assertTrue(read.policies().resource().isPresent());
  }

  @Test
  void aUserIsTheUserOfItsAccount() {
    Arn ana = Arn.iam(ACCOUNT, "user/ana");
    assertEquals(new Requester.IamUser(ACCOUNT, ana, ""), requester(ANA, ""));
    assertEquals(
        new Requester.IamUser(ACCOUNT, ana, "AIDAANA"),
        requester(ANA, ",'context':{'AWS:userid':'AIDAANA'}"));
    assertEquals(
        new Requester.IamUser(new AccountId("444455556666"), ana, ""),
        requester(ANA, ",'principalAccount':'444455556666'"));
  }

  @Test
  void aRoleIsASessionWithoutAName() {
    Arn role = Arn.iam(ACCOUNT, "role/app/R");
    assertEquals(
        new Requester.RoleSession(ACCOUNT, role, "", Optional.empty()),
        requester("{'AWS':'" + role + "'}", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:role/app/R, arn:aws:iam::111122223333:role/app/R",
    "arn:aws:iam::111122223333:role/R, arn:aws:iam::111122223333:role/R",
    "arn:aws:iam::111122223333:role/app/Other, arn:aws:iam::111122223333:role/R",
    "arn:aws:iam::111122223333:role/NotR, arn:aws:iam::111122223333:role/R",
    "arn:aws:iam::444455556666:role/app/R, arn:aws:iam::111122223333:role/R",
    "arn:aws:sts::111122223333:assumed-role/R/s, arn:aws:iam::111122223333:role/R",
    "nonsense, arn:aws:iam::111122223333:role/R"
  })
  void aSessionIsOfTheRoleThatTheContextNames(String principalArn, String role) {
    String context = ",'context':{'aws:PrincipalArn':'" + principalArn + "','aws:userid':'AROA:s'}";
    Arn session = Arn.sts(ACCOUNT, "assumed-role/R/s");
    assertEquals(
        new Requester.RoleSession(ACCOUNT, Arn.parse(role), "AROA", Optional.of(session)),
        requester("{'AWS':'" + session + "'}", context));
  }

  @Test
  void othersAreWhoTheyAre() {
    Arn federated = Arn.sts(ACCOUNT, "federated-user/bob");
    assertEquals(
        new Requester.Root(ACCOUNT), requester("{'AWS':'arn:aws:iam::111122223333:root'}", ""));
    assertEquals(
        new Requester.FederatedUser(ACCOUNT, Optional.empty(), "", federated),
        requester("{'AWS':'" + federated + "'}", ""));
    assertEquals(
        new Requester.Service("lambda.amazonaws.com"),
        requester("{'Service':'lambda.amazonaws.com','note':{}}", ""));
    assertEquals(
        new Requester.Federated("accounts.google.com"),
        requester("{'Federated':'accounts.google.com'}", ""));
    assertEquals(new Requester.CanonicalUser("ab"), requester("{'CanonicalUser':'ab'}", ""));
    assertEquals(new Requester.Anonymous(), requester("'anonymous'", ""));
  }

  @Test
  void layersThatAreMissingNullOrEmptyDoNotExist() {
    for (String none :
        List.of(
            "{}",
            "{'identity':null,'group':null,'boundary':null,'session':null,'resource':null,'scps':null,"
                + "'rcps':null,'vpcEndpoint':null}",
            "{'identity':[],'group':[],'boundary':[],'session':[],'scps':[],'rcps':[],"
                + "'vpcEndpoint':[],'another':[]}")) {
      AppliedPolicies applied = policies(none);
      assertEquals(List.of(), applied.identity());
      assertEquals(Optional.empty(), applied.boundary());
      assertEquals(Optional.empty(), applied.session());
      assertEquals(Optional.empty(), applied.resource());
      assertEquals(Optional.empty(), applied.serviceControl());
      assertEquals(Optional.empty(), applied.resourceControl());
      assertEquals(Optional.empty(), applied.vpcEndpoint());
    }
  }

  @Test
  void aLevelWithoutPoliciesExists() {
    AppliedPolicies applied =
        policies(
            "{'scps':[{'target':'r-1','policies':[]},{'target':'1','policies':["
                + ALLOW
                + "],'name':1}]}");

    List<AppliedPolicies.Level> levels = applied.serviceControl().orElseThrow();
    assertEquals(List.of("r-1", "1"), levels.stream().map(AppliedPolicies.Level::target).toList());
    assertEquals(List.of(0, 1), levels.stream().map(level -> level.policies().size()).toList());
  }

  @Test
  void aTextIsCompiledOnceForEachKind() {
    AppliedPolicies applied =
        policies(
            "{'identity':[%1$s],'group':[%1$s],'scps':[{'target':'1','policies':[%1$s]}]}"
                .formatted(ALLOW));
    var identity = applied.identity();
    var scp = applied.serviceControl().orElseThrow().getFirst().policies().getFirst();

    assertEquals("group[0]", identity.get(1).source().name());
    assertSame(identity.get(0).policy(), identity.get(1).policy());
    assertTrue(identity.get(0).policy() != scp.policy());
    assertSame(
        identity.get(0).policy(),
        policies("{'identity':[" + ALLOW + "]}").identity().get(0).policy());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'identity':[" + ALLOW_ANYONE + "]}",
        "{'boundary':[" + ALLOW_ANYONE + "]}",
        "{'resource':" + ALLOW + "}",
        "{'vpcEndpoint':[" + ALLOW + "]}",
        "{'rcps':[{'target':'1','policies':[" + ALLOW + "]}]}",
        "{'scps':[{'target':'1','policies':[" + ALLOW_ANYONE + "]}]}"
      })
  void whatAwsWouldNotSaveIsDecidedIfItIsCertain(String policies) {
    DecisionCase read = good(line(ANA, "", policies));

    assertFalse(Evaluator.evaluate(read.policies(), read.request()).isAllowed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Version':'2012-10-17','Version':'2012-10-17','Statement':[]}",
        "{'Version':'2012-10-17','statement':[]}",
        "{'Version':'2012-10-17','Statement':{'Effect':'allow','Action':'*','Resource':'*'}}",
        "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Resource':'*'}}"
      })
  void whatIsNotCertainIsRefused(String policy) {
    assertTrue(bad(line(ANA, "", "{'identity':[" + policy + "]}")).error().startsWith("policies."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'AWS':'111122223333'}",
        "{'AWS':'*'}",
        "{'AWS':'arn:aws:iam::111122223333:user/'}",
        "{'AWS':'arn:aws:iam::111122223333:group/g'}",
        "{'AWS':'arn:aws:iam::12:user/ana'}",
        "{'AWS':'arn:aws:sts::111122223333:assumed-role/R'}",
        "{'AWS':'arn:aws:sts::111122223333:assumed-role/R/'}",
        "{'AWS':'arn:aws:sts::111122223333:assumed-role//s'}",
        "{'AWS':'arn:aws:sts::111122223333:assumed-role/p/R/s'}",
        "{'AWS':'arn:aws:sts::111122223333:federated-user/'}",
        "{'AWS':'arn:aws:s3:::b'}",
        "{'AWS':['arn:aws:iam::111122223333:user/ana']}",
        "{'AWS':'arn:aws:iam::111122223333:user/ana','Service':'a'}",
        "{'aws':'arn:aws:iam::111122223333:user/ana'}",
        "{}",
        "'*'",
        "null",
        "1"
      })
  void whoIsNobodyIsRefused(String principal) {
    BadCase bad = bad(line(principal, "", "{}"));
    assertEquals("x", bad.id());
    assertTrue(bad.error().startsWith("request.principal"), bad::error);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'id':1 | id must be a string | ",
        "'id':'a','id':'b','request':%1$s,'policies':{} | id is given twice | a",
        "'request':%1$s,'policies':{} | id is missing | ",
        "'id':'a','policies':{} | request is missing | a",
        "'id':'a','request':%1$s | policies is missing | a",
        "'id':'a','request':[] | request must be an object | a",
        "'request':{},'id':'a','policies':{} | request.resourceAccount is missing | a"
      })
  void whatIsMissingIsSaid(String members, String error, String id) {
    String request =
        "{'principal':'anonymous','action':'a:b','resource':'*','resourceAccount':'111122223333'}";
    String text = "{" + members.formatted(request) + "}";
    if (error.startsWith("request.resourceAccount")) {
      text = text.replace("'request':{}", "'request':{'action':'a:b','resource':'*'}");
    }
    assertEquals(new BadCase(id, error), bad(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'action':'s3:GetObject' | request.action is given twice",
        "'principal':'anonymous' | request.principal is given twice",
        "'principalAccount':'12' | request.principalAccount must be 12 digits, not \"12\"",
        "'principalAccount':1 | request.principalAccount must be a string",
        "'context':{},'context':{} | request.context is given twice",
        "'context':[] | request.context must be an object",
        "'context':{'a':1} | request.context a must be a string or a list of strings",
        "'context':{'a':['b',true]} | request.context a must be a string",
        "'context':{'a':{'b':'c'}} | request.context a must be a string or a list of strings",
        "'context':{'a':'b','A':['c']} | request.context A is given twice; case makes no difference"
            + " in key names",
        "'context':{'a':'\\ud800'} | request.context a has half a surrogate pair"
      })
  void aWrongRequestIsRefused(String more, String error) {
    assertEquals(new BadCase("x", error), bad(line(ANA, "," + more, "{}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "s3:GetObject | b/k | 111122223333 | request.resource must be an ARN or *, not \"b/k\"",
        "s3:GetObject | arn:aws:s3 | 111122223333 | request.resource must be an ARN or *, not \"arn:aws:s3\"",
        "s3:GetObject | * | 11112222333 | request.resourceAccount must be 12 digits, not \"11112222333\"",
        "GetObject | * | 111122223333 | request.action must be service:Name, not \"GetObject\"",
        ":GetObject | * | 111122223333 | request.action must be service:Name, not \":GetObject\"",
        "s3: | * | 111122223333 | request.action must be service:Name, not \"s3:\""
      })
  void whatIsNoNameIsRefused(String action, String resource, String account, String error) {
    String text =
        "{'id':'x','request':{'principal':'anonymous','action':'%s','resource':'%s','resourceAccount':'%s'},'policies':{}}"
            .formatted(action, resource, account);
    assertEquals(new BadCase("x", error), bad(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'identity':{} | policies.identity must be a list",
        "'identity':['{}'] | policies.identity[0] must be a policy document",
        "'resource':[] | policies.resource must be a policy document",
        "'identity':[],'identity':[] | policies.identity is given twice",
        "'scps':[[]] | policies.scps[0] must be an object",
        "'scps':[{'policies':[]}] | policies.scps[0] must have one target and one list of policies",
        "'scps':[{'target':'r'}] | policies.scps[0] must have one target and one list of policies",
        "'rcps':[{'target':'r','policies':[],'policies':[]}] | policies.rcps[0] must have one target"
            + " and one list of policies",
        "'identity':[{}] | policies.identity[0] line 1 column 1: MISSING_STATEMENT: Missing"
            + " required field Statement"
      })
  void wrongPoliciesAreRefused(String policies, String error) {
    assertEquals(new BadCase("x", error), bad(line(ANA, "", "{" + policies + "}")));
  }

  @Test
  void moreLevelsThanAnOrganizationHasAreRefused() {
    String level = "{'target':'r','policies':[]}";
    String levels = "{'scps':[" + (level + ",").repeat(20) + level + "]}";
    assertEquals("policies.scps has 21 levels, more than 20", bad(line(ANA, "", levels)).error());
    assertTrue(
        policies(levels.replaceFirst("\\{'target':'r','policies':\\[]},", ""))
            .serviceControl()
            .isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \r",
        "nonsense",
        "[]",
        "null",
        "1",
        "{",
        "{}{}",
        "{'id':'x'",
        "\uFEFF{}",
        "{\0}"
      })
  void whatIsNoCaseIsRefused(String text) {
    assertTrue(!bad(text).error().isEmpty());
  }

  @Test
  void theIdIsToldWhereItCameBeforeTheFault() {
    assertEquals("x", bad("{'id':'x','request':}").id());
    assertNull(bad("{'request':},'id':'x'").id());
    assertEquals("x", bad("{'request':5,'id':'x'}").id());
    assertNull(bad("{'id':'\\ud800'}").id());
  }

  @Test
  void anErrorIsShortAndShowsNoControlCharacters() {
    String error = bad(line("{'AWS':'\\u001b[2J" + "x".repeat(10_000) + "'}", "", "{}")).error();
    assertTrue(error.length() < 600, error);
    assertTrue(error.chars().noneMatch(Character::isISOControl), error);
  }

  @Test
  void manyKeysAreReadInLinearTime() {
    StringBuilder context = new StringBuilder("'a':'b'");
    for (int i = 0; i < 100_000; i++) {
      context.append(",'k").append(i).append("':'v'");
    }
    String text = line(ANA, ",'context':{" + context + "}", "{}");
    assertEquals(100_001, good(text).request().context().all().size());
  }
}

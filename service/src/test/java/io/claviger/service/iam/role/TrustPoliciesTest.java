package io.claviger.service.iam.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Change;
import io.claviger.account.Role;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.UpdateAssumeRolePolicyRequest;

class TrustPoliciesTest {

  private static final AccountId OTHER = new AccountId("444455556666");
  private static final String BOB = "arn:aws:iam::111122223333:user/team/bob";

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void twoAccountsWithAUserAndARoleEach() {
    iam.addAccount(OTHER);
    iam.change(InMemoryIam.ACCOUNT, Change.put(user("AIDABOB", "/team/", "bob")));
    iam.change(OTHER, Change.put(user("AIDAEVE", "/", "eve")));
    createRole("Base", trusting("\"Service\":\"ec2.amazonaws.com\""));
  }

  private static User user(String id, String path, String name) {
    return User.create(id, path, name, InMemoryIam.START, Tags.NONE, null);
  }

  private static String trusting(String principal) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{"
        + principal
        + "},\"Action\":\"sts:AssumeRole\"}}";
  }

  private static String trustingAws(String value) {
    return trusting("\"AWS\":\"" + value + "\"");
  }

  private static CreateRoleRequest create(String name, String trust) {
    return CreateRoleRequest.builder().roleName(name).assumeRolePolicyDocument(trust).build();
  }

  private void createRole(String name, String trust) {
    iam.call(create(name, trust));
  }

  private Role stored(String name) {
    return iam.account().roles().named(name).orElseThrow();
  }

  private String shown(String name) {
    GetRoleResponse answer =
        iam.call(GetRoleRequest.builder().roleName(name).build(), GetRoleResponse.class);
    return URLDecoder.decode(
        answer.role().assumeRolePolicyDocument().replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Test
  void userIsStoredByItsIdAndShownByItsArn() {
    createRole("R", trustingAws(BOB));
    assertEquals(trustingAws("AIDABOB"), stored("R").trust());
    assertEquals(trustingAws(BOB), shown("R"));
  }

  @Test
  void roleIsStoredByItsId() {
    createRole("R", trustingAws("arn:aws:iam::111122223333:role/Base"));
    assertEquals(trustingAws(stored("Base").id()), stored("R").trust());
  }

  @Test
  void principalOfAnotherAccountIsFoundAgainThere() {
    createRole("R", trustingAws("arn:aws:iam::444455556666:user/eve"));
    assertEquals(trustingAws("AIDAEVE"), stored("R").trust());
    assertEquals(trustingAws("arn:aws:iam::444455556666:user/eve"), shown("R"));
  }

  @Test
  void renamedUserIsShownByItsNewArn() {
    createRole("R", trustingAws(BOB));
    User bob = iam.account().users().byId("AIDABOB").orElseThrow();
    iam.change(InMemoryIam.ACCOUNT, Change.put(bob.renamed("/", "rob")));
    assertEquals(trustingAws("arn:aws:iam::111122223333:user/rob"), shown("R"));
  }

  @Test
  void allButThePrincipalsStaysAsWritten() {
    String text =
        """
        {
          "Version" : "2012-10-17",
          "Statement" : [ {
            "Effect" : "Allow",
            "Principal" : { "Service" : "ec2.amazonaws.com",
                            "AWS" : [ "444455556666", "%s",\t"arn:aws:iam::444455556666:root" ] },
            "Action" : "sts:AssumeRole",
            "Condition" : { "StringEquals" : { "aws:PrincipalArn" : "%s" } }
          } ]
        }
        """;
    createRole("R", text.formatted(BOB, BOB));
    assertEquals(text.formatted("AIDABOB", BOB), stored("R").trust());
    assertEquals(text.formatted(BOB, BOB), shown("R"));
  }

  @Test
  void escapesInAPrincipalAreRead() {
    createRole("R", trustingAws("arn:aws:iam::111122223333:user\\/team\\u002Fbob"));
    assertEquals(trustingAws("AIDABOB"), stored("R").trust());
  }

  /// Whether the stored trust policy of `R` lets the requester in.
  private boolean trusts(Requester requester) {
    PolicyDocument document =
        PolicyParser.parse(stored("R").trust(), PolicyKind.TRUST).document().orElseThrow();
    AppliedPolicy trust =
        new AppliedPolicy(
            new PolicySource("R", Optional.empty(), PolicySource.Holder.RESOURCE),
            CompiledPolicy.compile(document));
    AccessRequest request =
        new AccessRequest(
            "sts:AssumeRole",
            "arn:aws:iam::111122223333:role/R",
            InMemoryIam.ACCOUNT,
            RequestContext.EMPTY);
    return Evaluator.evaluate(AppliedPolicies.of(requester).withResource(trust), request)
        .isAllowed();
  }

  private static Requester session(String roleId, String name) {
    return new Requester.RoleSession(
        InMemoryIam.ACCOUNT,
        Arn.parse("arn:aws:iam::111122223333:role/Base"),
        roleId,
        Optional.of(Arn.parse("arn:aws:sts::111122223333:assumed-role/Base/" + name)));
  }

  @Test
  void Abuse_057_storedTrustPolicyLetsInByIdOnly() {
    createRole("R", trustingAws(BOB));
    assertTrue(trusts(new Requester.IamUser(InMemoryIam.ACCOUNT, Arn.parse(BOB), "AIDABOB")));
    assertFalse(trusts(new Requester.IamUser(InMemoryIam.ACCOUNT, Arn.parse(BOB), "AIDANEW")));
  }

  @Test
  void Abuse_057_storedSessionLetsInByTheIdOfItsRoleOnly() {
    createRole("R", trustingAws("arn:aws:sts::111122223333:assumed-role/Base/work"));
    String id = stored("Base").id();
    assertTrue(trusts(session(id, "work")));
    assertFalse(trusts(session(id, "play")));
    assertFalse(trusts(session("AROANEW", "work")));
  }

  @Test
  void Abuse_057_sessionIsStoredByTheIdOfItsRole() {
    String arn = "arn:aws:sts::111122223333:assumed-role/Base/work";
    createRole("R", trustingAws(arn));
    assertEquals(trustingAws(stored("Base").id() + ":work"), stored("R").trust());
    assertEquals(trustingAws(arn), shown("R"));
    iam.change(InMemoryIam.ACCOUNT, Change.remove(stored("Base").key()));
    createRole("Base", trustingAws("*"));
    assertEquals(stored("R").trust(), shown("R"));
  }

  @Test
  void Abuse_057_recreatedPrincipalIsNotTrustedByTheOldTrustPolicy() {
    createRole("R", trustingAws(BOB));
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.remove(user("AIDABOB", "/team/", "bob").key())
            .andPut(user("AIDANEW", "/team/", "bob")));
    assertTrue(stored("R").trust().contains("\"AIDABOB\""));
    assertEquals(trustingAws("AIDABOB"), shown("R"));
    // What is shown then cannot be saved again; the name can, and means the new user.
    assertInvalid("AIDABOB");
    iam.call(
        UpdateAssumeRolePolicyRequest.builder()
            .roleName("R")
            .policyDocument(trustingAws(BOB))
            .build());
    assertEquals(trustingAws("AIDANEW"), stored("R").trust());
    assertFalse(stored("R").trusted().stream().anyMatch(p -> p.id().equals("AIDABOB")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::111122223333:user/nobody",
        "arn:aws:iam::111122223333:user/bob",
        "arn:aws:iam::111122223333:user/team/BOB",
        "arn:aws:iam::111122223333:role/Nobody",
        "arn:aws:iam::111122223333:group/team",
        "arn:aws:iam::444455556666:user/nobody",
        "arn:aws:iam::444455556666:role/Base",
        "arn:aws:iam::777788889999:user/nobody",
        "arn:aws:iam::777788889999:root",
        "arn:aws-cn:iam::111122223333:user/team/bob",
        "arn:aws:sts::111122223333:assumed-role/Nobody/session",
        "arn:aws:sts::444455556666:assumed-role/Base/session",
        "arn:aws:sts::111122223333:assumed-role/Base",
        "777788889999",
        "AIDABOB",
        "arn:aws:iam::111122223333:role/*",
        "bob"
      })
  void Abuse_125_missingPrincipalIsAnsweredLikeOneOfNobodysAccount(String value) {
    assertInvalid(value);
  }

  private void assertInvalid(String value) {
    ServiceError error = iam.error(create("Bad", trustingAws(value)));
    assertEquals("MalformedPolicyDocument", error.code());
    assertEquals(400, error.status());
    assertEquals("Invalid principal in policy: \"AWS\":\"" + value + '"', error.message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "111122223333",
        "arn:aws:iam::444455556666:root",
        "arn:aws:sts::111122223333:federated-user/bob"
      })
  void whatIsNoUserOrRoleStaysAsWritten(String value) {
    createRole("R", trustingAws(value));
    assertEquals(trustingAws(value), stored("R").trust());
    assertEquals(trustingAws(value), shown("R"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"amazonaws.com", "lambda", "lambda.example.com", "-x.amazonaws.com"})
  void serviceMustBeUnderAnAwsDomain(String service) {
    ServiceError error = iam.error(create("Bad", trusting("\"Service\":\"" + service + "\"")));
    assertEquals("Invalid principal in policy: \"SERVICE\":\"" + service + '"', error.message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accounts.google.com",
        "arn:aws:iam::111122223333:saml-provider/corp",
        "arn:aws:iam::111122223333:oidc-provider/idp.example.com"
      })
  void providersNeedNotExist(String provider) {
    String trust =
        trusting("\"Federated\":\"" + provider + "\"")
            .replace("sts:AssumeRole\"", "sts:AssumeRoleWithWebIdentity\"");
    createRole("R", trust);
    assertEquals(trust, shown("R"));
  }

  /// @param test of the subject, or of something else
  private static String trustingGithub(String test) {
    return trusting(
            "\"Federated\":"
                + "\"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\"")
        .replace(
            "sts:AssumeRole\"",
            "sts:AssumeRoleWithWebIdentity\",\"Condition\":{\"StringLike\":{"
                + "\"token.actions.githubusercontent.com:"
                + test
                + "}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aud\":\"sts.amazonaws.com\"", "sub\":\"*\"", "sub\":\"repo:*\""})
  void Abuse_088_trustOfAnyTenantOfASharedIssuerIsRefused(String test) {
    String trust = trustingGithub(test);
    ServiceError error = iam.error(create("R", trust));
    assertEquals("MalformedPolicyDocument", error.code());
    assertEquals(400, error.status());
    String good = trustingGithub("sub\":\"repo:acme/*\"");
    createRole("R", good);
    ServiceError later =
        iam.error(
            UpdateAssumeRolePolicyRequest.builder().roleName("R").policyDocument(trust).build());
    assertEquals(error.message(), later.message());
    assertEquals(good, shown("R"));
  }

  @Test
  void providerMustBeADomainNameOrAProvidersArn() {
    ServiceError error = iam.error(create("Bad", trusting("\"Federated\":\"corp\"")));
    assertEquals("MalformedPolicyDocument", error.code());
    assertEquals(
        "Federated principals must be valid domain names or SAML metadata ARNs", error.message());
  }

  @Test
  void canonicalUserIsNoPrincipalOfARole() {
    String id = "0".repeat(64);
    ServiceError error = iam.error(create("Bad", trusting("\"CanonicalUser\":\"" + id + "\"")));
    assertEquals("Invalid principal in policy: \"CANONICALUSER\":\"" + id + '"', error.message());
  }

  @Test
  void trustPolicyMustNotStartWithASpace() {
    ServiceError error = iam.error(create("Bad", "\n" + trustingAws("*")));
    assertEquals("MalformedPolicyDocument", error.code());
    assertEquals("JSON strings must not have leading spaces", error.message());
  }

  @Test
  void everyoneIsTrustedByTheMapOnly() {
    ServiceError error =
        iam.error(create("Bad", trustingAws("*").replace("{\"AWS\":\"*\"}", "\"*\"")));
    assertEquals(
        "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".", error.message());
  }

  @Test
  void trustPolicyIsReadAsOne() {
    ServiceError error =
        iam.error(create("Bad", trustingAws("*").replace("sts:AssumeRole", "s3:GetObject")));
    assertEquals("MalformedPolicyDocument", error.code());
    assertEquals("AssumeRole policy may only specify STS AssumeRole actions.", error.message());
  }
}

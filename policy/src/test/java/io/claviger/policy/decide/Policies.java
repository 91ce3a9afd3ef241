package io.claviger.policy.decide;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyDocument.Version;
import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import io.claviger.policy.document.Statement.ResourceElement;
import io.claviger.testkit.Choices;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes policies, requesters and requests out of a small alphabet, so that they often meet.
record Policies(Choices choices) {

  static final AccountId HOME = new AccountId("111122223333");
  static final AccountId AWAY = new AccountId("444455556666");

  private static final Arn USER = Arn.iam(HOME, "user/ana");
  private static final Arn ROLE = Arn.iam(HOME, "role/worker");
  private static final Arn SESSION = Arn.sts(HOME, "assumed-role/worker/s1");
  private static final Arn FEDERATED = Arn.sts(HOME, "federated-user/eve");

  private static final List<Requester> REQUESTERS =
      List.of(
          new Requester.Root(HOME),
          new Requester.IamUser(HOME, USER, "AIDAUSER"),
          new Requester.RoleSession(HOME, ROLE, "AROAROLE", Optional.of(SESSION)),
          new Requester.FederatedUser(HOME, Optional.of(USER), "AIDAUSER", FEDERATED),
          new Requester.Service("x.amazonaws.com"),
          new Requester.Federated("accounts.google.com"),
          new Requester.CanonicalUser("c"),
          new Requester.Anonymous());

  private static final List<PrincipalName> PRINCIPALS =
      List.of(
          new PrincipalName(PrincipalType.AWS, HOME.digits()),
          new PrincipalName(PrincipalType.AWS, Arn.iam(HOME, "root").toString()),
          new PrincipalName(PrincipalType.AWS, USER.toString()),
          new PrincipalName(PrincipalType.AWS, "AIDAUSER"),
          new PrincipalName(PrincipalType.AWS, ROLE.toString()),
          new PrincipalName(PrincipalType.AWS, SESSION.toString()),
          new PrincipalName(PrincipalType.AWS, FEDERATED.toString()),
          new PrincipalName(PrincipalType.AWS, "*"),
          new PrincipalName(PrincipalType.SERVICE, "x.amazonaws.com"),
          new PrincipalName(PrincipalType.FEDERATED, "accounts.google.com"));

  private static final List<String> RESOURCES =
      List.of("arn:aws:s3:::b/k", "arn:aws:s3:::b/ana", "arn:aws:kms:eu:111122223333:key/1", "*");

  AppliedPolicies applied() {
    AppliedPolicies all = AppliedPolicies.of(choices.oneOf(REQUESTERS)).withIdentity(identity());
    all = choices.chance(40) ? all.withResource(resource()) : all;
    all = choices.chance(25) ? all.withBoundary(identity()) : all;
    all = choices.chance(25) ? all.withSession(identity()) : all;
    all = choices.chance(20) ? all.withServiceControl(levels(false)) : all;
    all = choices.chance(15) ? all.withResourceControl(levels(true)) : all;
    return choices.chance(10) ? all.withVpcEndpoint(List.of(resource())) : all;
  }

  private List<AppliedPolicy> identity() {
    return choices.listOf(0, 3, _ -> policy(document(false)));
  }

  private AppliedPolicy resource() {
    return policy(document(true));
  }

  private List<AppliedPolicies.Level> levels(boolean hasPrincipal) {
    return choices.listOf(
        1,
        2,
        _ ->
            new AppliedPolicies.Level(
                "t", choices.listOf(1, 2, _ -> policy(document(hasPrincipal)))));
  }

  static AppliedPolicy policy(PolicyDocument document) {
    return new AppliedPolicy(
        new PolicySource("p", Optional.empty(), PolicySource.Holder.NONE),
        CompiledPolicy.compile(document));
  }

  PolicyDocument document(boolean hasPrincipal) {
    return new PolicyDocument(
        choices.oneOf(Version.V2012_10_17, Version.V2012_10_17, Version.V2008_10_17),
        choices.chance(10) ? Optional.of("id") : Optional.empty(),
        choices.listOf(1, 3, _ -> statement(hasPrincipal)));
  }

  Statement statement(boolean hasPrincipal) {
    return statement(choices.chance(75) ? Effect.ALLOW : Effect.DENY, hasPrincipal);
  }

  Statement statement(Effect effect, boolean hasPrincipal) {
    return new Statement(
        Optional.empty(),
        effect,
        hasPrincipal ? Optional.of(principal(effect)) : Optional.empty(),
        new ActionElement(choices.chance(15), choices.listOf(1, 2, _ -> action())),
        Optional.of(new ResourceElement(choices.chance(15), choices.listOf(1, 2, _ -> arn()))),
        choices.chance(30) ? List.of(condition()) : List.of(),
        Span.NONE);
  }

  private PrincipalElement principal(Effect effect) {
    if (choices.chance(40)) {
      return new PrincipalElement(false, List.of(new PrincipalName(PrincipalType.ANYONE, "*")));
    }
    boolean isNegated = effect == Effect.DENY && choices.chance(40);
    List<PrincipalName> names = choices.listOf(1, 3, _ -> choices.oneOf(PRINCIPALS));
    // As in a text, where the names of one type stand together.
    return new PrincipalElement(
        isNegated, names.stream().sorted(Comparator.comparing(PrincipalName::type)).toList());
  }

  private String action() {
    return choices.oneOf("*", "s3:*", "s3:Get*", "S3:getobject", "kms:*", "ec2:Run?nstances");
  }

  private String arn() {
    return choices.oneOf(
        "*",
        "*",
        "arn:aws:s3:::b/*",
        "arn:aws:s3:::b/${aws:username}",
        "arn:aws:kms:*:*:*",
        "arn:aws:s3");
  }

  private Condition condition() {
    String prefix = choices.oneOf("", "", "", "ForAllValues:", "ForAnyValue:");
    String suffix = choices.oneOf("", "", "IfExists");
    String operator =
        choices.oneOf(
            "StringEquals",
            "StringNotLike",
            "NumericLessThan",
            "DateGreaterThan",
            "Bool",
            "NotIpAddress",
            "ArnLike");
    return new Condition(
        prefix + operator + suffix,
        choices.oneOf("aws:username", "aws:TagKeys", "a:n", "AWS:SourceIp"),
        choices.listOf(
            0,
            2,
            _ -> choices.oneOf("ana", "*", "5", "2024-01-01", "10.0.0.0/8", "${a:n}", "true")));
  }

  AccessRequest request() {
    RequestContext context = RequestContext.EMPTY;
    context =
        choices.chance(60) ? context.with("aws:username", choices.oneOf("ana", "*")) : context;
    context =
        choices.chance(40)
            ? context.with("aws:TagKeys", choices.listOf(0, 2, _ -> choices.oneOf("ana", "5")))
            : context;
    context = choices.chance(40) ? context.with("a:n", choices.oneOf("4", "x", "true")) : context;
    context = choices.chance(40) ? context.with("aws:SourceIp", "10.1.2.3") : context;
    return new AccessRequest(
        choices.oneOf("s3:GetObject", "kms:Decrypt", "s3:ListAllMyBuckets"),
        choices.oneOf(RESOURCES),
        choices.chance(75) ? HOME : AWAY,
        context);
  }
}

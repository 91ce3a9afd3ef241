package io.claviger.bench;

import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicies.Level;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.PolicySource.Holder;
import io.claviger.policy.document.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What limits every principal of the workload: a permissions boundary, and service control
/// policies on three levels, each with `FullAWSAccess` and the usual guardrails.
final class Limits {

  private static final String FULL_ACCESS =
      PolicyText.of(List.of("{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}"));

  private static final String BOUNDARY_DENIALS =
      """
      {"Effect":"Deny","Action":["iam:DeleteRolePermissionsBoundary","iam:DeleteUserPermissionsBoundary",\
      "iam:CreateUser","iam:CreateAccessKey"],"Resource":"*"},
      {"Effect":"Deny","Action":["s3:DeleteBucket","dynamodb:DeleteTable","rds:Delete*"],"Resource":"*",\
      "Condition":{"StringEquals":{"aws:ResourceTag/protected":"true"}}},
      {"Effect":"Deny","Action":"ssm:*","Resource":"arn:aws:ssm:*:*:parameter/breakglass/*"}\
      """;

  private static final String ROOT_GUARDRAILS =
      """
      {"Effect":"Deny","Action":["organizations:LeaveOrganization","account:CloseAccount"],"Resource":"*"},
      {"Effect":"Deny","Action":["cloudtrail:StopLogging","cloudtrail:DeleteTrail","config:Stop*"],"Resource":"*",\
      "Condition":{"ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/OrgSecurity"}}},
      {"Effect":"Deny","Action":"*","Resource":"*",\
      "Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:root"}}}\
      """;

  private static final String REGION_GUARDRAIL =
      """
      {"Effect":"Deny","NotAction":["iam:*","sts:*","organizations:*","route53:*","cloudfront:*","support:*",\
      "s3:GetAccountPublic*","s3:ListAllMyBuckets"],"Resource":"*","Condition":{\
      "StringNotEquals":{"aws:RequestedRegion":["eu-west-1","eu-central-1","us-east-1","us-west-2","ap-southeast-2"]},\
      "ArnNotLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/OrgSecurity"}}}\
      """;

  private static final String ACCOUNT_GUARDRAILS =
      """
      {"Effect":"Deny","Action":"ec2:RunInstances","Resource":"arn:aws:ec2:*:*:instance/*","Condition":{\
      "StringNotLike":{"ec2:InstanceType":["t3.*","m7g.*","c7g.*"]},"Null":{"ec2:InstanceType":"false"}}},
      {"Effect":"Deny","Action":["s3:PutObject","s3:PutObjectAcl"],"Resource":"*",\
      "Condition":{"StringEquals":{"s3:x-amz-acl":["public-read","public-read-write"]}}},
      {"Effect":"Deny","Action":["s3:DeleteBucket*","kms:ScheduleKeyDeletion"],"Resource":"arn:aws:s3:::*-audit-*"}\
      """;

  private Limits() {}

  /// The principal's policies with the limits around them.
  static AppliedPolicies around(AppliedPolicies policies, Compiled limits) {
    return policies.withBoundary(limits.boundary()).withServiceControl(limits.serviceControl());
  }

  /// The limits, compiled; one instance serves every principal, as in an organization.
  record Compiled(List<AppliedPolicy> boundary, List<Level> serviceControl) {

    static Compiled fresh() {
      return new Compiled(
          PolicyText.apply(List.of(boundaryText()), PolicyKind.IDENTITY, Holder.USER_MANAGED),
          List.of(
              level("r-ab12", ROOT_GUARDRAILS),
              level("ou-ab12-11111111", REGION_GUARDRAIL),
              level(ResourceType.ACCOUNT, ACCOUNT_GUARDRAILS)));
    }
  }

  /// How many statements the limits have in all.
  static int statements() {
    Compiled compiled = Compiled.fresh();
    List<AppliedPolicy> all = new ArrayList<>(compiled.boundary());
    compiled.serviceControl().forEach(level -> all.addAll(level.policies()));
    return all.stream().mapToInt(one -> one.policy().document().statements().size()).sum();
  }

  private static String boundaryText() {
    String services =
        ResourceType.bounded().stream()
            .map(type -> Json.text(type.service() + ":*"))
            .distinct()
            .collect(Collectors.joining(","));
    String allow = "{\"Effect\":\"Allow\",\"Action\":[" + services + "],\"Resource\":\"*\"}";
    return PolicyText.of(List.of(allow, BOUNDARY_DENIALS));
  }

  private static Level level(String target, String guardrails) {
    List<String> texts = List.of(FULL_ACCESS, PolicyText.of(List.of(guardrails)));
    return new Level(
        target, PolicyText.apply(texts, PolicyKind.SERVICE_CONTROL, Holder.USER_MANAGED));
  }
}

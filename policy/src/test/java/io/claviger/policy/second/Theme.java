package io.claviger.policy.second;

import io.claviger.testkit.Choices;
import java.util.List;

/// What the requests of one world are about.
///
/// @param isTrust whether the resource is a role to be assumed, whose policy names no resource
record Theme(List<String> actions, List<String> resources, boolean isTrust) {

  static final List<Theme> ALL =
      List.of(
          new Theme(
              List.of("s3:GetObject", "s3:PutObject", "S3:GETOBJECT", "s3:GetObjectTagging"),
              List.of(
                  "arn:aws:s3:::b/k",
                  "arn:aws:s3:::b/ana/k",
                  "arn:aws:s3:::b",
                  "arn:aws:s3:::b/*",
                  "arn:aws:s3:::bob/k:a",
                  "arn:aws:s3:::b/Aa",
                  "arn:aws:s3:::b/BB"),
              false),
          new Theme(
              List.of(
                  "kms:Decrypt", "kms:Encrypt", "kms:CreateAlias", "kms:RetireGrant", "x:UseKey"),
              List.of(
                  "arn:aws:kms:eu-west-1:111122223333:key/k",
                  "arn:aws:kms:eu-west-1:111122223333:key/ana",
                  "arn:aws:kms:eu-west-1:111122223333:alias/k"),
              false),
          new Theme(
              List.of(
                  "sts:AssumeRole",
                  "sts:TagSession",
                  "sts:SetSourceIdentity",
                  "sts:AssumeRoleWithWebIdentity"),
              List.of(
                  "arn:aws:iam::111122223333:role/target",
                  "arn:aws:iam::111122223333:role/ana/target",
                  "arn:aws:iam::111122223333:role/aws-service-role/x/target"),
              true),
          new Theme(
              List.of("iam:GetUser", "iam:DeleteUser", "iam:GetRole", "GetUser"),
              List.of(
                  "arn:aws:iam::111122223333:user/ana",
                  "arn:aws:iam::111122223333:user/k/ana",
                  "arn:aws:iam::111122223333:role/worker",
                  "b",
                  "arn:aws:iam",
                  "ARN:aws:iam::111122223333:user/ana"),
              false),
          new Theme(
              List.of("ec2:DescribeInstances", "s3:ListAllMyBuckets", "kms:ListKeys"),
              List.of("*"),
              false),
          new Theme(
              List.of(
                  "sts:GetCallerIdentity",
                  "sts:GetSessionToken",
                  "mechanicalturk:CreateHIT",
                  "supportplans:StartSupportPlanUpdate",
                  "sts:GetFederationToken"),
              List.of("*"),
              false));

  /// One of the above, or one of many resources with shared starts and ends, and of actions on them
  /// of several services.
  static Theme any(Choices choices) {
    if (choices.chance(85)) {
      return choices.oneOf(ALL);
    }
    List<String> services = List.of("s3", "sqs", "iam");
    return new Theme(
        choices.listOf(
            2,
            8,
            _ ->
                choices.oneOf(services)
                    + ":"
                    + choices.oneOf("Get", "Put", "List")
                    + choices.oneOf("Object", "Key", "Item")),
        choices.listOf(
            4,
            12,
            _ ->
                "arn:aws:"
                    + choices.oneOf(services)
                    + choices.oneOf(":::", "::111122223333:")
                    + choices.oneOf("", "role/", "b/")
                    + choices.text("ab/-", 4)
                    + choices.oneOf("", "-dev", "/Aa", "/BB")),
        false);
  }
}

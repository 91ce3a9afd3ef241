package io.claviger.policy.second;

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
              List.of("kms:Decrypt", "kms:Encrypt", "kms:CreateAlias"),
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
                  "arn:aws:iam::111122223333:role/ana/target"),
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
              false));
}

package io.claviger.policy.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyKindTest {

  @ParameterizedTest
  @CsvSource({
    "sts:AssumeRole, arn:aws:iam::111122223333:role/app/R, TRUST",
    "STS:assumerolewithwebidentity, arn:aws:iam::111122223333:role/R, TRUST",
    "sts:TagSession, arn:aws:iam::111122223333:role/R, TRUST",
    "sts:SetSourceIdentity, arn:aws-cn:iam::111122223333:role/R, TRUST",
    "sts:GetCallerIdentity, arn:aws:iam::111122223333:role/R, RESOURCE",
    "sts:AssumeRole, arn:aws:iam::111122223333:user/role/R, RESOURCE",
    "sts:AssumeRole, arn:aws:s3:::role/R, RESOURCE",
    "sts:AssumeRole, *, RESOURCE",
    "s3:GetObject, arn:aws:s3:::b/k, RESOURCE"
  })
  void aRoleToAssumeHasATrustPolicy(String action, String resource, PolicyKind kind) {
    assertEquals(kind, PolicyKind.ofResource(action, resource));
  }
}

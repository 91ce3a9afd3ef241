package io.claviger.service.iam.role;

import java.util.List;

/// Services as principals: `lambda.amazonaws.com`.
///
/// AWS publishes no list of them, so what is checked is the form: a domain name under one of AWS's
/// own domains.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal", "AWS service principals".
final class ServicePrincipals {

  private static final List<String> DOMAINS =
      List.of(".amazonaws.com", ".amazonaws.com.cn", ".amazon.com", ".aws.internal");

  private ServicePrincipals() {}

  static boolean isOne(String value) {
    return DomainNames.isOne(value) && DOMAINS.stream().anyMatch(value::endsWith);
  }
}

package io.claviger.server;

/// Policy documents in a line.
final class Policies {

  private Policies() {}

  static String of(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  /// @param action may name several, `sts:AssumeRole","sts:TagSession`
  static String allow(String action) {
    return allow(action, "*");
  }

  static String allow(String action, String resource) {
    return "{\"Effect\":\"Allow\",\"Action\":[\"%s\"],\"Resource\":\"%s\"}"
        .formatted(action, resource);
  }

  /// @param condition `"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}`
  static String allowIf(String action, String condition) {
    return "{\"Effect\":\"Allow\",\"Action\":\"%s\",\"Resource\":\"*\",\"Condition\":{%s}}"
        .formatted(action, condition);
  }

  static String deny(String action) {
    return "{\"Effect\":\"Deny\",\"Action\":\"%s\",\"Resource\":\"*\"}".formatted(action);
  }

  /// A trust policy.
  static String trusting(String principal) {
    return of(
        """
        {"Effect":"Allow","Principal":{"AWS":"%s"},
        "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}\
        """
            .formatted(principal));
  }
}

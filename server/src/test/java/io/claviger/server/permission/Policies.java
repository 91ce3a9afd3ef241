package io.claviger.server.permission;

import java.util.List;

/// The texts of policies.
final class Policies {

  private Policies() {}

  static String of(List<String> statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }

  /// @param actions `Action` or `NotAction`
  static String statement(String effect, String actions, String action, String resource) {
    return """
    {"Effect":"%s","%s":"%s","Resource":"%s"}\
    """
        .formatted(effect, actions, action, resource);
  }

  /// A trust policy for all of an account, as far as their own policies allow it.
  static String trusting(Object account) {
    return """
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow",
     "Principal":{"AWS":"arn:aws:iam::%s:root"},
     "Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}]}\
    """
        .formatted(account);
  }
}

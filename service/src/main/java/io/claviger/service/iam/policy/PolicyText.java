package io.claviger.service.iam.policy;

import io.claviger.account.IdentityPolicies;
import io.claviger.policy.document.Finding;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.service.iam.IamErrors;
import io.claviger.wire.http.UrlEncoded;

/// Policy documents as requests bring them and answers carry them.
public final class PolicyText {

  private PolicyText() {}

  /// Reads a document, which must be without errors.
  ///
  /// @throws io.claviger.wire.ServiceError `MalformedPolicyDocument` with what the first error says
  public static PolicyDocument require(String text, PolicyKind kind) {
    ParsedPolicy parsed = PolicyParser.parse(text, kind);
    return parsed.document().orElseThrow(() -> IamErrors.malformedPolicy(firstError(parsed)));
  }

  /// Whether a document is within a quota. Told without reading it, so that a text that is too
  /// large costs no more than the counting. White space is not counted, wherever it stands.
  ///
  /// AWS rule: IAM User Guide, "IAM and AWS STS quotas": "IAM doesn't count white space when
  /// calculating the size of a policy against these quotas."
  public static boolean isWithin(int quota, String text) {
    return IdentityPolicies.countedSize(text) <= quota;
  }

  /// The document as answers carry it: percent-encoded but for the unreserved characters.
  ///
  /// AWS rule: IAM API Reference, "GetPolicyVersion": "The policy document returned in this
  /// structure is URL-encoded compliant with RFC 3986."
  public static String encoded(String text) {
    return UrlEncoded.encode(text);
  }

  private static String firstError(ParsedPolicy parsed) {
    return parsed.findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .map(Finding::message)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Neither a document nor an error"));
  }
}

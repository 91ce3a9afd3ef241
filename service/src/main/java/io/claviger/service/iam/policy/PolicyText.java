package io.claviger.service.iam.policy;

import io.claviger.account.IdentityPolicies;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.service.iam.IamErrors;
import io.claviger.wire.http.UrlEncoded;

/// Policy documents as requests bring them and answers carry them.
public final class PolicyText {

  private static final String SPACES = "The policy failed legacy parsing";
  private static final String SPACES_IN_TRUST = "JSON strings must not have leading spaces";

  private PolicyText() {}

  /// Reads a document that is to be saved, which must be without errors and start with its brace.
  ///
  /// AWS rule: users of IAM report the two messages for white space before the brace.
  ///
  /// @throws io.claviger.wire.ServiceError `MalformedPolicyDocument` with AWS's message
  public static PolicyDocument require(String text, PolicyKind kind) {
    ParsedPolicy parsed = PolicyParser.parse(text, kind);
    if (parsed.document().isPresent() && Character.isWhitespace(text.charAt(0))) {
      throw IamErrors.malformedPolicy(kind == PolicyKind.TRUST ? SPACES_IN_TRUST : SPACES);
    }
    return parsed
        .document()
        .orElseThrow(() -> IamErrors.malformedPolicy(parsed.refusal().orElseThrow()));
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
}

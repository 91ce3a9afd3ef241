package io.claviger.policy.document;

import java.util.ArrayList;
import java.util.List;

/// Checks the form of a resource pattern: `*` or an ARN.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Resource" and "Identify AWS resources with
/// Amazon Resource Names (ARNs)"; wording as users of IAM report it. What IAM checks beyond the
/// partition is reported of identity-based policies only.
final class ResourceSyntax {

  private static final int FIELDS = 6;
  private static final int ACCOUNT_DIGITS = 12;

  private static final List<String> IAM_TYPES =
      List.of(
          "user/",
          "federated-user/",
          "role/",
          "group/",
          "instance-profile/",
          "mfa/",
          "server-certificate/",
          "policy/",
          "sms-mfa/",
          "saml-provider/",
          "oidc-provider/",
          "report/",
          "access-report/");

  /// A type that the Service Authorization Reference has, and that the message, which is as IAM's
  /// users have seen it, does not list.
  private static final String NEWER_IAM_TYPE = "delegation-request/";

  /// What of S3 lives in a region: all but buckets and objects.
  private static final List<String> REGIONAL_IN_S3 =
      List.of("accesspoint", "access-grants", "async-request", "job", "storage-lens");

  private final PolicyKind kind;
  private final Findings findings;

  ResourceSyntax(PolicyKind kind, Findings findings) {
    this.kind = kind;
    this.findings = findings;
  }

  void check(JsonValue.Text pattern) {
    String text = pattern.text();
    if (text.equals("*")) {
      return;
    }
    List<String> fields = fields(text);
    if (fields.size() < 3 || !fields.getFirst().equals("arn")) {
      findings.refused("INVALID_ARN_PREFIX", pattern.span(), Wording.notAnArn(text));
    } else if (!isPartition(fields.get(1))) {
      findings.refused("INVALID_PARTITION", pattern.span(), Wording.partition(fields.get(1), text));
    } else if (kind == PolicyKind.IDENTITY && isWild(fields.get(2))) {
      findings.refused("INVALID_SERVICE", pattern.span(), Wording.WILD_RESOURCE_VENDOR);
    } else if (fields.size() < FIELDS) {
      findings.warning(
          "MISSING_ARN_FIELD",
          pattern.span(),
          "An ARN has six fields; those missing are read as *, in some policies only.");
    } else {
      checkFields(pattern, fields);
    }
  }

  private void checkFields(JsonValue.Text pattern, List<String> fields) {
    if (kind == PolicyKind.IDENTITY && fields.get(2).equals("iam")) {
      checkIam(pattern, fields);
    } else if (kind == PolicyKind.IDENTITY
        && fields.get(2).equals("s3")
        && isRegion(fields.get(3))
        && REGIONAL_IN_S3.stream().noneMatch(fields.get(5)::startsWith)) {
      findings.refused("ARN_REGION_NOT_ALLOWED", pattern.span(), Wording.s3Region(pattern.text()));
    }
    if (!AsciiCase.lower(fields.get(2)).equals(fields.get(2))) {
      findings.warning(
          "INVALID_ARN_SERVICE_CASE",
          pattern.span(),
          "The service of an ARN is written in small letters; this one matches nothing.");
    }
    if (!isAccount(fields.get(4))) {
      findings.warning(
          "INVALID_ARN_ACCOUNT", pattern.span(), "The account of an ARN has 12 digits.");
    }
  }

  private void checkIam(JsonValue.Text pattern, List<String> fields) {
    String path = fields.get(5);
    if (isRegion(fields.get(3))) {
      findings.refused("ARN_REGION_NOT_ALLOWED", pattern.span(), Wording.iamRegion(pattern.text()));
    } else if (!path.equals("*")
        && !path.equals("root")
        && !path.startsWith(NEWER_IAM_TYPE)
        && IAM_TYPES.stream().noneMatch(path::startsWith)) {
      String types = String.join(", ", IAM_TYPES);
      findings.refused("INVALID_ARN_RESOURCE", pattern.span(), Wording.iamPath(types));
    }
  }

  /// Split at the first five colons.
  private static List<String> fields(String text) {
    List<String> fields = new ArrayList<>(FIELDS);
    int start = 0;
    for (int colon = text.indexOf(':');
        colon >= 0 && fields.size() < FIELDS - 1;
        colon = text.indexOf(':', start)) {
      fields.add(text.substring(start, colon));
      start = colon + 1;
    }
    fields.add(text.substring(start));
    return fields;
  }

  private static boolean isRegion(String field) {
    return !field.isEmpty() && !isWild(field);
  }

  /// Some services' own resources stand under their name or `aws` in place of an account.
  private static boolean isAccount(String field) {
    boolean isNumber = !field.isEmpty() && field.chars().allMatch(c -> c >= '0' && c <= '9');
    return !isNumber || field.length() == ACCOUNT_DIGITS;
  }

  private static boolean isPartition(String partition) {
    return partition.equals("aws") || partition.startsWith("aws-") || isWild(partition);
  }

  private static boolean isWild(String field) {
    return field.indexOf('*') >= 0 || field.indexOf('?') >= 0;
  }
}

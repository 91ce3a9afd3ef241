package io.claviger.policy.document;

/// How IAM words what is wrong with a policy. Identity-based policies are answered by one reader,
/// tersely, and policies with a principal by another, which names the field.
///
/// Source: the texts of `MalformedPolicyDocument` errors as users of IAM report them. Where none is
/// known, the detail is said in the manner of the reader in question.
///
/// @param kind what the policy is for
/// @param isLegacy whether the document does not say that it is of version 2012-10-17
record Wording(PolicyKind kind, boolean isLegacy) {

  static final String NO_ACTIONS = "Policy statement must contain actions.";
  static final String NO_RESOURCES = "Policy statement must contain resources.";
  static final String NO_VENDOR =
      "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
  static final String MANY_COLONS = "Actions/Condition can contain only one colon.";
  static final String NOT_ASSUME_ROLE =
      "AssumeRole policy may only specify STS AssumeRole actions.";
  static final String SID_CHARACTERS =
      "Statement IDs (SID) must be alpha-numeric."
          + " Check that your input satisfies the regular expression [0-9A-Za-z]*";
  static final String SIDS_ALIKE = "Statement IDs (SID) in a single policy must be unique.";
  static final String TRUST_OF_EVERYONE =
      "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".";
  static final String WILD_RESOURCE_VENDOR =
      "Resource vendor must be fully qualified and cannot contain regexes.";

  private static final String SYNTAX = "Syntax errors in policy.";
  private static final String LEGACY = "The policy failed legacy parsing";
  private static final String NOT_JSON = "This policy contains invalid Json";
  private static final String NO_PRINCIPAL_WANTED =
      "Policy document should not specify a principal.";

  /// The text is not JSON at all.
  String notJson() {
    return isTerse() ? SYNTAX : NOT_JSON;
  }

  /// The JSON is not a policy.
  ///
  /// @param detail what the talkative reader says
  String syntaxError(String detail) {
    if (!isTerse()) {
      return detail;
    }
    return isLegacy ? LEGACY : SYNTAX;
  }

  /// The element may not stand in this kind of policy.
  String prohibited(String element) {
    return isTerse() && element.endsWith("Principal")
        ? NO_PRINCIPAL_WANTED
        : "Has prohibited field " + element;
  }

  static String vendor(String vendor) {
    return "Vendor " + vendor + " is not valid";
  }

  static String notAnArn(String resource) {
    return "Resource " + resource + " must be in ARN format or \"*\".";
  }

  static String partition(String partition, String resource) {
    return "Partition \"" + partition + "\" is not valid for resource \"" + resource + "\".";
  }

  static String iamRegion(String resource) {
    return "IAM resource " + resource + " cannot contain region information.";
  }

  static String s3Region(String resource) {
    return "Resource " + resource + " can not contain region information.";
  }

  static String iamPath(String types) {
    return "IAM resource path must either be \"*\", root, or start with " + types + ".";
  }

  static String invalidPrincipal(String type, String value) {
    return "Invalid principal in policy: \"" + type + "\":\"" + value + '"';
  }

  static String anyTenant(String issuer, String key) {
    return "AssumeRole policy trusts "
        + issuer
        + ", which many organizations share, and must limit "
        + key
        + " to values of one of them.";
  }

  private boolean isTerse() {
    return switch (kind) {
      case IDENTITY, SERVICE_CONTROL -> true;
      case RESOURCE, TRUST, RESOURCE_CONTROL, VPC_ENDPOINT -> false;
    };
  }
}

package io.claviger.policy.document;

/// Checks the form of a resource pattern: `*` or an ARN, which may be cut short behind any field.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Resource" and "Identify AWS resources with
/// Amazon Resource Names (ARNs)"; wording as users of IAM report it.
final class ResourceSyntax {

  private ResourceSyntax() {}

  static void check(JsonValue.Text pattern, Findings findings) {
    String text = pattern.text();
    if (text.equals("*")) {
      return;
    }
    int partitionEnd = text.startsWith("arn:") ? text.indexOf(':', "arn:".length()) : -1;
    if (partitionEnd < 0) {
      findings.error("NOT_AN_ARN", pattern.span(), Wording.notAnArn(text));
      return;
    }
    String partition = text.substring("arn:".length(), partitionEnd);
    if (!isPartition(partition)) {
      findings.error("INVALID_PARTITION", pattern.span(), Wording.partition(partition, text));
    }
  }

  private static boolean isPartition(String partition) {
    return partition.equals("aws")
        || partition.startsWith("aws-")
        || partition.indexOf('*') >= 0
        || partition.indexOf('?') >= 0;
  }
}

package io.claviger.policy.document;

import io.claviger.policy.document.PolicyDocument.Version;

/// Warns of what looks like a policy variable and is taken as literal text.
///
/// AWS rule: IAM User Guide, "IAM policy elements: Variables and tags", and "IAM policy validation
/// check reference".
///
/// @param version of the policy at hand; only the newer one has variables
record VariableSyntax(Version version, Findings findings) {

  private static final String START = "${";
  private static final String FALLBACK_START = ", '";
  private static final String FALLBACK_END = "'}";
  private static final int RESOURCE_COLONS = 5;

  /// A pattern of a `Resource` element, where variables stand only behind the fifth colon.
  void checkResource(JsonValue.Text pattern) {
    String text = pattern.text();
    int from = 0;
    for (int colons = 0; colons < RESOURCE_COLONS && from >= 0; colons++) {
      from = text.indexOf(':', from) + 1;
      from = from == 0 ? -1 : from;
    }
    String resource = from < 0 ? "" : text.substring(from);
    if (text.indexOf(START) >= 0 && text.indexOf(START) < text.length() - resource.length()) {
      findings.warning(
          "VARIABLE_UNSUPPORTED_IN_ELEMENT",
          pattern.span(),
          "Variables stand only in the last field of an ARN; elsewhere ${ is literal text.");
    }
    check(resource, pattern.span());
  }

  /// A value of a condition.
  void checkValue(ConditionOperator operator, JsonValue.Text value) {
    if (operator.comparison().takesVariables()) {
      check(value.text(), value.span());
    } else if (value.text().contains(START)) {
      findings.warning(
          "INVALID_VARIABLE_FOR_OPERATOR",
          value.span(),
          "This operator takes no variables; ${ is literal text.");
    }
  }

  private void check(String text, Span span) {
    if (!text.contains(START)) {
      return;
    }
    if (version == Version.V2008_10_17) {
      findings.warning(
          "VARIABLE_UNSUPPORTED_IN_VERSION",
          span,
          "Only version 2012-10-17 has variables; here ${ is literal text.");
      return;
    }
    for (int at = text.indexOf(START); at >= 0; at = text.indexOf(START, at + 1)) {
      checkOne(text, at + START.length(), span);
    }
  }

  private void checkOne(String text, int start, Span span) {
    int end = start;
    while (end < text.length() && "}, '\"${*?".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String rest = text.substring(end);
    boolean isEscape = end == start && rest.length() > 1 && "*?$".indexOf(rest.charAt(0)) >= 0;
    if (isEscape && rest.charAt(1) == '}') {
      return;
    }
    if (text.indexOf('}', start) < 0) {
      warn("MISSING_BRACE_IN_VARIABLE", "has no closing brace", span);
    } else if (rest.startsWith("}")) {
      if (end == start) {
        warn("EMPTY_VARIABLE", "has no name", span);
      }
    } else if (rest.startsWith(",")) {
      if (!rest.startsWith(FALLBACK_START) || !rest.contains(FALLBACK_END) || end == start) {
        warn("MISSING_QUOTE_IN_VARIABLE", "has a default that is not , '…'", span);
      }
    } else if (rest.startsWith(" ")) {
      warn("UNSUPPORTED_SPACE_IN_VARIABLE", "has a space in its name", span);
    } else {
      warn("UNSUPPORTED_SYMBOL_IN_VARIABLE", "has a character that names don't have", span);
    }
  }

  private void warn(String id, String what, Span span) {
    findings.warning(id, span, "What looks like a variable " + what + "; it is literal text.");
  }
}

package io.claviger.policy.document;

/// Checks the form of an action pattern: `*`, or a service, a colon, and a name with wildcards.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Action"; wording as users of IAM report it.
final class ActionSyntax {

  private final PolicyKind kind;
  private final DocumentedNames names;
  private final Findings findings;

  ActionSyntax(PolicyKind kind, DocumentedNames names, Findings findings) {
    this.kind = kind;
    this.names = names;
    this.findings = findings;
  }

  void check(JsonValue.Text pattern) {
    String text = pattern.text();
    int colon = text.indexOf(':');
    if (kind == PolicyKind.TRUST) {
      checkTrust(pattern);
    } else if (text.equals("*")) {
      return;
    } else if (colon < 0) {
      findings.refused("INVALID_ACTION", pattern.span(), Wording.NO_VENDOR);
    } else if (text.indexOf(':', colon + 1) >= 0) {
      findings.refused("INVALID_ACTION", pattern.span(), Wording.MANY_COLONS);
    } else if (!isVendor(text, colon)) {
      findings.refused(
          "INVALID_SERVICE_IN_ACTION", pattern.span(), Wording.vendor(text.substring(0, colon)));
    } else if (colon == text.length() - 1) {
      findings.oddSyntax("INVALID_ACTION", pattern.span(), "Policy has invalid action");
    } else if (!isName(text, colon + 1)) {
      // IAM takes it: versions of SecurityAudit and ReadOnlyAccess had spaces in actions.
      findings.warning("INVALID_ACTION", pattern.span(), "No action has such a name.");
    } else {
      warnOfName(pattern);
    }
  }

  private void warnOfName(JsonValue.Text pattern) {
    names
        .onAction(pattern.text())
        .ifPresent(advice -> findings.warning(advice.id(), pattern.span(), advice.message()));
  }

  private void checkTrust(JsonValue.Text pattern) {
    String text = AsciiCase.lower(pattern.text());
    boolean isAssumeRole =
        text.startsWith("sts:assumerole")
            || text.equals("sts:tagsession")
            || text.equals("sts:setsourceidentity")
            || text.equals("sts:setcontext")
            || (text.startsWith("sts:") && text.indexOf('*') > 0);
    if (!isAssumeRole || !isName(text, "sts:".length())) {
      findings.refused("UNSUPPORTED_ACTION_IN_POLICY", pattern.span(), Wording.NOT_ASSUME_ROLE);
    } else {
      warnOfName(pattern);
    }
  }

  private static boolean isVendor(String text, int end) {
    for (int i = 0; i < end; i++) {
      if (!isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isName(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (!isLetterOrDigit(text.charAt(i)) && "*?-_".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return start < text.length();
  }

  private static boolean isLetterOrDigit(char c) {
    char lower = AsciiCase.lower(c);
    return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9');
  }
}

package io.claviger.policy.document;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.PrincipalName;
import io.claviger.policy.document.Statement.PrincipalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads `Principal` and `NotPrincipal`.
///
/// AWS rule: IAM User Guide, "AWS JSON policy elements: Principal".
final class PrincipalReader {

  private static final int CANONICAL_ID_DIGITS = 64;

  private final PolicyKind kind;
  private final Findings findings;

  PrincipalReader(PolicyKind kind, Findings findings) {
    this.kind = kind;
    this.findings = findings;
  }

  /// The one of the two elements that is there; a finding if it is not exactly one.
  Optional<PrincipalElement> read(Elements elements) {
    boolean isNegated = !elements.has("Principal");
    Optional<JsonValue> element = elements.find(isNegated ? "NotPrincipal" : "Principal");
    if (element.isEmpty()) {
      findings.syntaxError(
          "MISSING_PRINCIPAL", elements.span(), "Missing required field Principal");
      return Optional.empty();
    }
    if (!isNegated && elements.has("NotPrincipal")) {
      findings.syntaxError(
          "CONTRADICTING_ELEMENTS",
          elements.span(),
          "Statement must not contain both Principal and NotPrincipal");
    }
    return Optional.of(new PrincipalElement(isNegated, names(element.get())));
  }

  private List<PrincipalName> names(JsonValue value) {
    List<PrincipalName> names = new ArrayList<>();
    switch (value) {
      case JsonValue.Text text when text.text().equals("*") ->
          names.add(new PrincipalName(PrincipalType.ANYONE, "*"));
      case JsonValue.Mapping mapping when kind != PolicyKind.RESOURCE_CONTROL ->
          readMap(mapping, names);
      case JsonValue.Text _,
          JsonValue.Literal _,
          JsonValue.Nothing _,
          JsonValue.Sequence _,
          JsonValue.Mapping _ ->
          findings.syntaxError("INVALID_PRINCIPAL", value.span(), "Invalid principal in policy");
    }
    return names;
  }

  private void readMap(JsonValue.Mapping mapping, List<PrincipalName> names) {
    for (JsonValue.Member member : mapping.members()) {
      Optional<PrincipalType> type = type(member.name());
      if (type.isEmpty()) {
        findings.syntaxError(
            "UNKNOWN_PRINCIPAL_TYPE", member.nameSpan(), "Invalid principal in policy");
        continue;
      }
      for (JsonValue.Text text : Elements.texts("Principal", member.value(), findings)) {
        check(member.name(), type.get(), text);
        names.add(new PrincipalName(type.get(), text.text()));
      }
    }
    if (names.isEmpty()) {
      findings.syntaxError(
          "NO_PRINCIPALS", mapping.span(), "Missing required field Principal cannot be empty!");
    }
  }

  private static Optional<PrincipalType> type(String name) {
    return switch (name) {
      case "AWS" -> Optional.of(PrincipalType.AWS);
      case "Service" -> Optional.of(PrincipalType.SERVICE);
      case "Federated" -> Optional.of(PrincipalType.FEDERATED);
      case "CanonicalUser" -> Optional.of(PrincipalType.CANONICAL_USER);
      default -> Optional.empty();
    };
  }

  private void check(String typeName, PrincipalType type, JsonValue.Text value) {
    String text = value.text();
    boolean isValid =
        switch (type) {
          case AWS -> text.equals("*") || isAccountOrArn(text) || isUniqueId(text);
          case SERVICE, FEDERATED -> !text.isBlank() && hasNoWildcard(text);
          case CANONICAL_USER -> text.length() == CANONICAL_ID_DIGITS && hasNoWildcard(text);
          case ANYONE -> false;
        };
    if (!isValid) {
      findings.error("INVALID_PRINCIPAL", value.span(), Wording.invalidPrincipal(typeName, text));
    }
  }

  private static boolean isAccountOrArn(String text) {
    if (AccountId.find(text).isPresent()) {
      return true;
    }
    return hasNoWildcard(text)
        && Arn.find(text)
            .filter(arn -> arn.service().equals("iam") || arn.service().equals("sts"))
            .filter(arn -> arn.region().isEmpty() && isAccountField(arn.account()))
            .isPresent();
  }

  /// CloudFront's origin access identities live in the account `cloudfront`.
  private static boolean isAccountField(String account) {
    return AccountId.find(account).isPresent() || account.equals("cloudfront");
  }

  /// The form in which policies are stored: `AIDA…` for users, `AROA…` for roles, `AROA…:name` for
  /// one session of a role.
  private static boolean isUniqueId(String text) {
    int colon = text.startsWith("AROA") ? text.indexOf(':') : -1;
    String id = colon < 0 ? text : text.substring(0, colon);
    return id.length() > "AIDA".length()
        && (id.startsWith("AIDA") || id.startsWith("AROA"))
        && id.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
        && colon != text.length() - 1
        && hasNoWildcard(text);
  }

  private static boolean hasNoWildcard(String text) {
    return text.indexOf('*') < 0 && text.indexOf('?') < 0;
  }
}

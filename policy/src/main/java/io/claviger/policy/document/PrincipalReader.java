package io.claviger.policy.document;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.document.Statement.Effect;
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
  private static final String INVALID = "Invalid principal in policy";

  private final PolicyKind kind;
  private final Findings findings;

  PrincipalReader(PolicyKind kind, Findings findings) {
    this.kind = kind;
    this.findings = findings;
  }

  /// The one of the two elements that is there; a finding if both are, or none where one is needed.
  Optional<PrincipalElement> read(Elements statement, Effect effect) {
    boolean isNegated = !statement.has("Principal");
    Optional<JsonValue> element = statement.find(isNegated ? "NotPrincipal" : "Principal");
    if (element.isEmpty()) {
      checkMissing(statement);
      return Optional.empty();
    }
    if (!isNegated && statement.has("NotPrincipal")) {
      findings.syntaxError(
          "UNSUPPORTED_ELEMENT_COMBINATION",
          statement.span(),
          "Statement must not contain both Principal and NotPrincipal");
    }
    return Optional.of(new PrincipalElement(isNegated, names(element.get(), effect)));
  }

  private void checkMissing(Elements statement) {
    switch (kind) {
      case IDENTITY, SERVICE_CONTROL -> {}
      case RESOURCE, TRUST, RESOURCE_CONTROL, VPC_ENDPOINT ->
          findings.refused(
              "MISSING_PRINCIPAL", statement.span(), "Missing required field Principal");
    }
  }

  private List<PrincipalName> names(JsonValue value, Effect effect) {
    List<PrincipalName> names = new ArrayList<>();
    if (value instanceof JsonValue.Text text && text.text().equals("*")) {
      names.add(new PrincipalName(PrincipalType.ANYONE, "*"));
      checkEveryone(value.span());
    } else if (value instanceof JsonValue.Mapping mapping) {
      readMap(mapping, effect, names);
      checkMap(mapping, names);
    } else {
      report("INVALID_PRINCIPAL_FORMAT", value.span(), INVALID, effect);
    }
    return names;
  }

  /// A role may be open to everyone by `{"AWS": "*"}` only.
  private void checkEveryone(Span span) {
    if (kind == PolicyKind.TRUST) {
      findings.refused(
          "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL", span, Wording.TRUST_OF_EVERYONE);
    }
  }

  private void checkMap(JsonValue.Mapping mapping, List<PrincipalName> names) {
    if (kind == PolicyKind.RESOURCE_CONTROL) {
      findings.refused("RCP_SYNTAX_ERROR_PRINCIPAL", mapping.span(), INVALID);
    } else if (names.isEmpty()
        && mapping.members().stream().allMatch(member -> type(member.name()).isPresent())) {
      String id = mapping.members().isEmpty() ? "EMPTY_OBJECT_PRINCIPAL" : "EMPTY_ARRAY_PRINCIPAL";
      findings.refused(id, mapping.span(), "Missing required field Principal cannot be empty!");
    }
  }

  private void readMap(JsonValue.Mapping mapping, Effect effect, List<PrincipalName> names) {
    for (JsonValue.Member member : mapping.members()) {
      Optional<PrincipalType> type = type(member.name());
      if (type.isEmpty()) {
        report("INVALID_PRINCIPAL_KEY", member.nameSpan(), INVALID, effect);
        continue;
      }
      for (JsonValue.Text text : Elements.texts("Principal", member.value(), findings)) {
        check(member.name(), type.get(), text);
        names.add(new PrincipalName(type.get(), text.text()));
      }
    }
  }

  /// An `Allow` for it is for nobody; whom a `Deny` is for cannot be told.
  private void report(String id, Span span, String message, Effect effect) {
    switch (effect) {
      case ALLOW -> findings.refused(id, span, message);
      case DENY -> findings.uncertain(id, span, message);
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
      String id =
          hasNoWildcard(text) ? "INVALID_PRINCIPAL_FORMAT" : "UNSUPPORTED_WILDCARD_IN_PRINCIPAL";
      findings.refused(id, value.span(), Wording.invalidPrincipal(typeName, text));
    } else if (type == PrincipalType.AWS && isUniqueId(text)) {
      String id = text.startsWith("AIDA") ? "INVALID_USER_REFERENCE" : "INVALID_ROLE_REFERENCE";
      findings.warning(id, value.span(), "Name the user or role by its ARN, not by its unique id.");
    }
  }

  private static boolean isAccountOrArn(String text) {
    if (AccountId.find(text).isPresent()) {
      return true;
    }
    return hasNoWildcard(text)
        && Arn.find(text)
            .filter(arn -> arn.region().isEmpty() && isAccountField(arn.account()))
            .filter(PrincipalReader::isSomebody)
            .isPresent();
  }

  /// Groups, policies and the like sign nothing, and so are nobody.
  private static boolean isSomebody(Arn arn) {
    String resource = arn.resource();
    return switch (arn.service()) {
      case "iam" ->
          resource.equals("root") || resource.startsWith("user/") || resource.startsWith("role/");
      case "sts" ->
          resource.equals("self")
              || resource.startsWith("assumed-role/")
              || resource.startsWith("federated-user/");
      default -> false;
    };
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

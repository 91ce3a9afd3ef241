package io.claviger.policy.document;

import java.util.List;
import java.util.Optional;

/// One statement of a policy.
///
/// @param principal empty in identity-based policies, where there is none to name
/// @param resource empty in role trust policies, whose resource is the role
/// @param conditions all of which must hold; empty for none
/// @param span where the statement stands in the text it was read from
public record Statement(
    Optional<String> sid,
    Effect effect,
    Optional<PrincipalElement> principal,
    ActionElement action,
    Optional<ResourceElement> resource,
    List<Condition> conditions,
    Span span) {

  public Statement {
    conditions = List.copyOf(conditions);
  }

  /// What a matching statement does.
  public enum Effect {
    ALLOW,
    DENY
  }

  /// `Action` or, if `isNegated`, `NotAction`.
  public record ActionElement(boolean isNegated, List<String> patterns) {
    public ActionElement {
      patterns = List.copyOf(patterns);
    }
  }

  /// `Resource` or, if `isNegated`, `NotResource`.
  public record ResourceElement(boolean isNegated, List<String> patterns) {
    public ResourceElement {
      patterns = List.copyOf(patterns);
    }
  }

  /// `Principal` or, if `isNegated`, `NotPrincipal`. The lone string `"*"` is read as
  /// [PrincipalName] of type [PrincipalType#ANYONE].
  public record PrincipalElement(boolean isNegated, List<PrincipalName> names) {
    public PrincipalElement {
      names = List.copyOf(names);
    }
  }

  /// One principal that is named.
  public record PrincipalName(PrincipalType type, String value) {}

  /// The keys of the principal map, and the lone asterisk.
  public enum PrincipalType {
    ANYONE,
    AWS,
    SERVICE,
    FEDERATED,
    CANONICAL_USER
  }

  /// One key under one operator of the condition block.
  ///
  /// @param operator as written, `ForAllValues:StringLikeIfExists`
  /// @param key as written
  /// @param values numbers and booleans as their JSON text
  public record Condition(String operator, String key, List<String> values) {
    public Condition {
      values = List.copyOf(values);
    }
  }
}

package io.claviger.policy.document;

import java.util.Optional;

/// The names that AWS documents, for a reader who wants to be warned of others: a misspelt action
/// is saved without complaint, and no request is ever for it.
///
/// AWS rule: IAM User Guide, "IAM policy validation check reference", invalid action, service in
/// action, and condition key.
public interface DocumentedNames {

  /// Knows no names, and so warns of none.
  DocumentedNames NONE =
      new DocumentedNames() {
        @Override
        public Optional<Advice> onAction(String pattern) {
          return Optional.empty();
        }

        @Override
        public Optional<Advice> onConditionKey(String key) {
          return Optional.empty();
        }
      };

  /// What there is to be said of a name.
  ///
  /// @param id of the finding
  record Advice(String id, String message) {}

  /// Whether no action is meant.
  ///
  /// @param pattern `service:name` with wildcards in the name
  Optional<Advice> onAction(String pattern);

  /// Whether there is no such condition key.
  ///
  /// @param key `service:name`
  Optional<Advice> onConditionKey(String key);
}

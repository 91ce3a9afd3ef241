package io.claviger.service.iam.simulate;

import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.ContextKeys;
import io.claviger.policy.document.PolicyDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The condition keys that policies look at, in conditions and as policy variables.
final class ReferencedKeys {

  private ReferencedKeys() {}

  /// The keys in the order of the policies, each once whatever its case, as first written.
  static List<String> of(List<AppliedPolicy> policies) {
    return inDocuments(policies.stream().map(applied -> applied.policy().document()));
  }

  static List<String> inDocuments(Stream<PolicyDocument> documents) {
    Map<String, String> keys = new LinkedHashMap<>();
    documents
        .flatMap(document -> ContextKeys.of(document).stream())
        .forEach(key -> keys.putIfAbsent(key.toLowerCase(Locale.ROOT), key));
    return List.copyOf(keys.values());
  }
}

package io.claviger.policy.cases;

import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.document.Finding;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.LinkedHashMap;
import java.util.Map;

/// Compiles policy texts; of those last used each but once. Confined to one thread.
final class CompiledTexts {

  private static final int MOST_TEXTS = 1_024;

  /// Longer texts are compiled each time.
  private static final int MOST_CHARACTERS_KEPT = 8_192;

  /// What a policy was read from. Compared whole, so that no text is taken for another.
  private record Source(PolicyKind kind, String text) {}

  private final Map<Source, CompiledPolicy> lastUsed =
      new LinkedHashMap<>(MOST_TEXTS * 2, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, CompiledPolicy> eldest) {
          return size() > MOST_TEXTS;
        }
      };

  /// The policy that the text spells. What AWS would refuse to save is decided all the same if its
  /// meaning is certain: that a principal matches nobody is a case to ask about.
  ///
  /// @param what where the text stands, for the error
  CompiledPolicy compile(String what, PolicyKind kind, String text) {
    if (text.length() > MOST_CHARACTERS_KEPT) {
      return read(what, kind, text);
    }
    Source source = new Source(kind, text);
    CompiledPolicy known = lastUsed.get(source);
    if (known != null) {
      return known;
    }
    CompiledPolicy policy = read(what, kind, text);
    lastUsed.put(source, policy);
    return policy;
  }

  private static CompiledPolicy read(String what, PolicyKind kind, String text) {
    ParsedPolicy parsed = PolicyParser.parse(text, kind);
    return CompiledPolicy.compile(
        parsed
            .evaluable()
            .orElseThrow(() -> new BadCaseException(message(what, parsed.findings().getFirst()))));
  }

  private static String message(String what, Finding finding) {
    return what
        + " line "
        + finding.span().startLine()
        + " column "
        + finding.span().startColumn()
        + ": "
        + finding.id()
        + ": "
        + finding.message();
  }
}

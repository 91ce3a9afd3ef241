package io.claviger.cli.simulate;

import io.claviger.cli.names.KnownKeys;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.RequestContext.Value;
import io.claviger.policy.document.AsciiCase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The condition keys that `--context` gives.
///
/// `key=value` is a single-valued key. A key is multivalued if it is given more than once, if its
/// value is a list as in `key=[a,b]` or `key=[]`, or if AWS documents it as multivalued.
record GivenContext(Map<String, Value> keys) {

  /// One key while its values are gathered.
  private static final class Gathered {
    private final String name;
    private final List<String> values = new ArrayList<>();
    private boolean isMultivalued;

    Gathered(String name, boolean isMultivalued) {
      this.name = name;
      this.isMultivalued = isMultivalued;
    }

    void add(String text) {
      if (text.startsWith("[") && text.endsWith("]")) {
        isMultivalued = true;
        String items = text.substring(1, text.length() - 1);
        if (!items.isBlank()) {
          Arrays.stream(items.split(",", -1)).map(String::strip).forEach(values::add);
        }
      } else {
        isMultivalued |= !values.isEmpty();
        values.add(text);
      }
    }

    Value value() {
      return isMultivalued ? new Value.Multi(values) : new Value.Single(values.getFirst());
    }
  }

  /// Reads the arguments.
  ///
  /// @throws MisuseException saying what is wrong with one
  static GivenContext of(List<String> arguments, KnownKeys known) throws MisuseException {
    Map<String, Gathered> gathered = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = argument.substring(0, Math.max(0, equals));
      int colon = name.indexOf(':');
      if (colon < 1 || colon == name.length() - 1) {
        throw new MisuseException(
            "--context is key=value, as aws:PrincipalTag/team=blue, not '" + argument + "'");
      }
      gathered
          .computeIfAbsent(
              AsciiCase.lower(name), _ -> new Gathered(name, known.isMultivalued(name)))
          .add(argument.substring(equals + 1));
    }
    Map<String, Value> keys = new LinkedHashMap<>();
    gathered.values().forEach(key -> keys.put(key.name, key.value()));
    return new GivenContext(keys);
  }

  RequestContext context() {
    return RequestContext.of(keys);
  }
}

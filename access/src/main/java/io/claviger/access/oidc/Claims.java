package io.claviger.access.oidc;

import com.nimbusds.jose.JWSObject;
import io.claviger.access.federation.TokenErrors;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a token claims, by name. A claim is of the type it must have, or the token is refused:
/// nothing is read as something else.
///
/// AWS rule: STS API Reference, "AssumeRoleWithWebIdentity": "Timestamps in the token must be
/// formatted as either an integer or a long integer."
final class Claims {

  private final Map<String, Object> all;

  private Claims(Map<String, Object> all) {
    this.all = all;
  }

  /// The claims of a token, whoever signed it.
  ///
  /// @throws io.claviger.wire.ServiceError where they are no JSON object
  static Claims of(JWSObject token) {
    Map<String, Object> all = token.getPayload().toJSONObject();
    if (all == null || all.isEmpty()) {
      throw TokenErrors.notAJwt();
    }
    return new Claims(all);
  }

  /// @throws io.claviger.wire.ServiceError where there is no such claim, or it is no text
  String text(String name) {
    return find(name).orElseThrow(() -> TokenErrors.missingClaim(name));
  }

  /// @throws io.claviger.wire.ServiceError where it is no text
  Optional<String> find(String name) {
    return switch (all.get(name)) {
      case null -> Optional.empty();
      case String text -> Optional.of(text);
      default -> throw TokenErrors.malformedClaim(name);
    };
  }

  /// One text or several.
  ///
  /// @throws io.claviger.wire.ServiceError where it is neither
  List<String> texts(String name) {
    return switch (all.get(name)) {
      case null -> List.of();
      case String text -> List.of(text);
      case List<?> list -> texts(name, list);
      default -> throw TokenErrors.malformedClaim(name);
    };
  }

  /// A time, in whole seconds.
  ///
  /// @throws io.claviger.wire.ServiceError where it is no whole number, or none that a time can
  ///   have
  Optional<Instant> time(String name) {
    return switch (all.get(name)) {
      case null -> Optional.empty();
      case Long seconds when seconds >= 0 && seconds <= Instant.MAX.getEpochSecond() ->
          Optional.of(Instant.ofEpochSecond(seconds));
      default -> throw TokenErrors.malformedClaim(name);
    };
  }

  /// A member that holds others; empty where there is none.
  ///
  /// @throws io.claviger.wire.ServiceError where it is no object
  Optional<Claims> members(String name) {
    return switch (all.get(name)) {
      case null -> Optional.empty();
      case Map<?, ?> map -> Optional.of(new Claims(named(map)));
      default -> throw TokenErrors.malformedClaim(name);
    };
  }

  Iterable<String> names() {
    return all.keySet();
  }

  /// What a condition can compare, in text; null for lists, objects and what is not there.
  @Nullable String scalar(String name) {
    return switch (all.get(name)) {
      case String text -> text;
      case Long number -> number.toString();
      case Boolean truth -> truth.toString();
      case null, default -> null;
    };
  }

  /// The same of a member of an object; null where there is no such object either.
  @Nullable String nested(String object, String name) {
    return all.get(object) instanceof Map<?, ?> map ? new Claims(named(map)).scalar(name) : null;
  }

  private static List<String> texts(String name, List<?> list) {
    return list.stream()
        .map(item -> {
          if (item instanceof String text) {
            return text;
          }
          throw TokenErrors.malformedClaim(name);
        })
        .toList();
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    return named;
  }
}

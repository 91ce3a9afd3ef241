package io.claviger.service.iam.simulate;

import io.claviger.policy.decide.RequestContext;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.iam.model.ContextEntry;
import software.amazon.awssdk.services.iam.model.ContextKeyTypeEnum;

/// The condition keys of a simulated request: those given, each with the type it is given.
///
/// AWS rule: IAM API Reference, "ContextEntry".
final class SimulationContext {

  private SimulationContext() {}

  /// A key of a list type is multivalued, any other single-valued; without a type the number of
  /// values tells. A key without values is left out, but for one of a list type, which is there and
  /// empty. Of a key given twice the last holds.
  ///
  /// @throws io.claviger.wire.ServiceError for a value that is not of its type
  static RequestContext of(List<ContextEntry> entries) {
    RequestContext context = RequestContext.EMPTY;
    for (ContextEntry entry : entries) {
      if (entry.contextKeyName() == null) {
        throw SimulationErrors.unnamedKey();
      }
      check(entry);
      context = with(context, entry);
    }
    return context;
  }

  private static RequestContext with(RequestContext context, ContextEntry entry) {
    List<String> values = entry.contextKeyValues();
    String key = entry.contextKeyName();
    if (isList(entry)) {
      return context.with(key, values);
    }
    if (values.size() > 1) {
      throw SimulationErrors.severalValues(key, entry.contextKeyTypeAsString());
    }
    return values.isEmpty() ? context : context.with(key, values.getFirst());
  }

  private static boolean isList(ContextEntry entry) {
    String type = entry.contextKeyTypeAsString();
    return type == null ? entry.contextKeyValues().size() > 1 : type.endsWith("List");
  }

  private static void check(ContextEntry entry) {
    ContextKeyTypeEnum type = entry.contextKeyType();
    if (type == null) {
      return;
    }
    for (String value : entry.contextKeyValues()) {
      if (!isOf(type, value)) {
        throw SimulationErrors.wrongValue(
            entry.contextKeyName(), entry.contextKeyTypeAsString(), value);
      }
    }
  }

  private static boolean isOf(ContextKeyTypeEnum type, String value) {
    return switch (type) {
      case NUMERIC, NUMERIC_LIST -> accepts(BigDecimal::new, value);
      case BOOLEAN, BOOLEAN_LIST ->
          value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
      case IP, IP_LIST -> isAddress(value);
      case BINARY, BINARY_LIST -> accepts(Base64.getDecoder()::decode, value);
      case DATE, DATE_LIST -> isDate(value);
      case STRING, STRING_LIST, UNKNOWN_TO_SDK_VERSION -> true;
    };
  }

  /// An address in full: the JDK takes IPv4 addresses with fewer parts too.
  private static boolean isAddress(String value) {
    boolean isWhole = value.indexOf(':') >= 0 || value.chars().filter(c -> c == '.').count() == 3;
    return isWhole && accepts(InetAddress::ofLiteral, value);
  }

  /// A date, a date with a time, or seconds since 1970.
  private static boolean isDate(String value) {
    return accepts(OffsetDateTime::parse, value)
        || accepts(LocalDate::parse, value)
        || accepts(Long::parseLong, value);
  }

  private static boolean accepts(Consumer<String> parser, String value) {
    try {
      parser.accept(value);
      return true;
    } catch (IllegalArgumentException | DateTimeParseException _) {
      return false;
    }
  }
}

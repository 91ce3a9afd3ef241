package io.claviger.cli.validate;

import io.claviger.policy.document.Finding;
import io.claviger.policy.document.Span;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Writes findings as JSON: a list of policies, each with its findings, and a list of the files
/// that cannot be read, each with why.
final class FindingsJson {

  private FindingsJson() {}

  static void write(Report report, JsonGenerator json) {
    json.writeStartObject();
    json.writeArrayPropertyStart("policies");
    report.checked().forEach(checked -> write(checked, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("unreadable");
    report.unread().forEach(unread -> write(unread, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Checked checked, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("file", checked.name());
    json.writeStringProperty("kind", KindNames.of(checked.kind()));
    json.writeBooleanProperty("valid", !checked.isRefused());
    checked.parsed().refusal().ifPresent(refusal -> json.writeStringProperty("refusal", refusal));
    json.writeArrayPropertyStart("findings");
    checked.parsed().findings().forEach(finding -> write(finding, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(Unread unread, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("file", unread.name());
    json.writeStringProperty("error", unread.reason());
    json.writeEndObject();
  }

  private static void write(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", finding.id());
    json.writeStringProperty("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("message", finding.message());
    writeSpan(finding.span(), json);
    json.writeEndObject();
  }

  /// The members that JSON and SARIF have in common. The end is behind the last character.
  static void writeSpan(Span span, JsonGenerator json) {
    json.writeNumberProperty("startLine", span.startLine());
    json.writeNumberProperty("startColumn", span.startColumn());
    json.writeNumberProperty("endLine", span.endLine());
    json.writeNumberProperty("endColumn", span.endColumn());
  }
}

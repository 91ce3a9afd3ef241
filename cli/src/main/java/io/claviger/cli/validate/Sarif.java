package io.claviger.cli.validate;

import io.claviger.policy.document.Finding;
import io.claviger.policy.document.Span;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// Writes findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which
/// code hosts show beside the lines.
record Sarif(JsonGenerator json) {

  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  void write(Report report) {
    List<String> rules =
        report.checked().stream()
            .flatMap(checked -> checked.parsed().findings().stream())
            .map(Finding::id)
            .distinct()
            .sorted()
            .toList();
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    writeTool(rules);
    writeInvocation(report.unread());
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    json.writeArrayPropertyStart("results");
    for (Checked checked : report.checked()) {
      checked.parsed().findings().forEach(finding -> writeResult(checked.name(), finding, rules));
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeTool(List<String> rules) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "claviger validate");
    json.writeArrayPropertyStart("rules");
    for (String rule : rules) {
      json.writeStartObject();
      json.writeStringProperty("id", rule);
      writeMessage("shortDescription", inWords(rule));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String inWords(String rule) {
    String words = rule.toLowerCase(Locale.ROOT).replace('_', ' ');
    return rule.charAt(0) + words.substring(1);
  }

  private void writeMessage(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  /// Without it a code host takes a file that cannot be read for one without findings.
  private void writeInvocation(List<Unread> unread) {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", unread.isEmpty());
    if (!unread.isEmpty()) {
      json.writeArrayPropertyStart("toolExecutionNotifications");
      unread.forEach(this::writeNotification);
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeNotification(Unread unread) {
    json.writeStartObject();
    json.writeStringProperty("level", "error");
    writeMessage("message", unread.reason());
    writeLocation(unread.name(), Optional.empty());
    json.writeEndObject();
  }

  private void writeResult(String name, Finding finding, List<String> rules) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.id());
    json.writeNumberProperty("ruleIndex", rules.indexOf(finding.id()));
    json.writeStringProperty("level", finding.severity().name().toLowerCase(Locale.ROOT));
    writeMessage("message", finding.message());
    writeLocation(name, Optional.of(finding.span()));
    json.writeEndObject();
  }

  /// @param span empty for the whole file
  private void writeLocation(String name, Optional<Span> span) {
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(name));
    json.writeEndObject();
    span.ifPresent(this::writeRegion);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void writeRegion(Span span) {
    json.writeObjectPropertyStart("region");
    FindingsJson.writeSpan(span, json);
    json.writeEndObject();
  }

  /// The name as a relative reference, or an absolute one for an absolute path. A colon would make
  /// a scheme of what stands before it (RFC 3986, section 4.2).
  private static String uri(String name) {
    try {
      boolean isAbsolute = name.startsWith("/");
      String path = !isAbsolute && name.indexOf(':') >= 0 ? "./" + name : name;
      URI uri = new URI(isAbsolute ? "file" : null, isAbsolute ? "" : null, path, null);
      return uri.toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("every path can be quoted: " + name, e);
    }
  }
}

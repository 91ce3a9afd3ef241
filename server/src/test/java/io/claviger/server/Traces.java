package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.claviger.account.AuditEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/// What calls leave behind, and what they must not.
final class Traces {

  private static final List<String> SECRET =
      List.of("SecretAccessKey", "SessionToken", "Base32StringSeed", "QRCodePNG");

  /// The clients of the tests run in the same process and log what they sign.
  private static final String CLIENT = "software.amazon.awssdk.";

  private final List<String> requestIds = new ArrayList<>();
  private final Set<String> secrets = new LinkedHashSet<>();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  Traces() {
    log.start();
    root().addAppender(log);
  }

  /// Remembers the answer's request and every secret in it.
  void answered(Answer answer) {
    requestIds.addAll(answer.values("RequestId"));
    SECRET.forEach(element -> secrets.addAll(answer.values(element)));
  }

  void secret(String secret) {
    secrets.add(secret);
  }

  /// Requires one event for each answer, or two that say that they are shared, and none of the
  /// secrets in an event or in the log.
  void check(List<AuditEvent> events) {
    close();
    Map<String, List<AuditEvent>> ofRequests =
        events.stream().collect(Collectors.groupingBy(AuditEvent::requestId));
    for (String id : requestIds) {
      List<AuditEvent> left = ofRequests.getOrDefault(id, List.of());
      boolean isShared = left.stream().anyMatch(event -> event.sharedEventId() != null);
      assertEquals(isShared ? 2 : 1, left.size(), () -> "events of request " + id + ": " + left);
    }
    List<String> texts = new ArrayList<>(events.stream().map(AuditEvent::toString).toList());
    Function<ILoggingEvent, String> line =
        event ->
            event.getFormattedMessage()
                + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage());
    texts.addAll(
        List.copyOf(log.list).stream()
            .filter(one -> !one.getLoggerName().startsWith(CLIENT))
            .map(line)
            .toList());
    for (String secret : secrets) {
      assertEquals(
          List.of(), texts.stream().filter(text -> text.contains(secret)).toList(), "a secret");
    }
  }

  void close() {
    root().detachAppender(log);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}

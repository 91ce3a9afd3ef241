package io.claviger.cli;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.LoggerFactory;

/// How the server logs: one line an event on standard error, as text or as JSON.
record LogSettings(Format format, Level level) {

  /// Helidon logs through the JDK, its notes on start and stop at level INFO. Held here, since the
  /// JDK forgets the level of a logger that nobody holds.
  private static final java.util.logging.Logger HELIDON =
      java.util.logging.Logger.getLogger("io.helidon");

  private static final java.util.logging.Logger HELIDON_START =
      java.util.logging.Logger.getLogger("io.helidon.webserver.LoomServer");

  private static final java.util.logging.Logger HELIDON_LISTENER =
      java.util.logging.Logger.getLogger("io.helidon.webserver.ServerListener");

  /// The forms of a log line.
  enum Format {
    TEXT,
    JSON
  }

  /// How much is logged.
  enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }

  /// Sets up logging for the whole process. Line breaks in messages are written as such in JSON,
  /// and as spaces in text, so that what a caller sends can't forge a line.
  void apply() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder(context));
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(ch.qos.logback.classic.Level.WARN);
    root.addAppender(appender);
    context.getLogger("io.claviger").setLevel(ch.qos.logback.classic.Level.toLevel(level.name()));
    HELIDON.setLevel(java.util.logging.Level.WARNING);
    // A port that can't be bound is said once, by the command.
    HELIDON_START.setLevel(java.util.logging.Level.OFF);
    HELIDON_LISTENER.setLevel(java.util.logging.Level.OFF);
  }

  private Encoder<ILoggingEvent> encoder(LoggerContext context) {
    Encoder<ILoggingEvent> encoder =
        switch (format) {
          case JSON -> new JsonEncoder();
          case TEXT -> {
            PatternLayoutEncoder text = new PatternLayoutEncoder();
            text.setPattern(
                "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %replace(%msg){'[\\r\\n\\x1b]',' '}%n%replace(%ex){'[\\r\\n\\x1b]+',' | '}%nopex");
            yield text;
          }
        };
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }
}

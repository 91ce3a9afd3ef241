package io.claviger.server;

import io.claviger.base.SecretText;
import io.claviger.service.iam.delegation.Notice;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What a partner is told, as a file: one JSON object of strings, for whoever passes it on to the
/// topic that it names. A file's name begins with the time, so that they stand in order.
///
/// The form is ours. AWS publishes such messages to the topic itself.
final class NoticeFile {

  private static final JsonFactory JSON = new JsonFactory();

  private NoticeFile() {}

  /// Blocks for the disk: the notice is durable when this returns.
  static void write(Path folder, Notice notice) throws IOException {
    Files.createDirectories(folder);
    // Made for its owner alone, as the JDK does it with temporary files, and then moved into place.
    Path unfinished = Files.createTempFile(folder, "unfinished", ".tmp");
    try {
      try (FileOutputStream out = new FileOutputStream(unfinished.toFile())) {
        out.write(json(notice).getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
      }
      Files.move(unfinished, folder.resolve(name(notice)), StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
        entries.force(true);
      }
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static String name(Notice notice) {
    return "%d-%s-%s.json"
        .formatted(notice.time().getEpochSecond(), notice.request().id(), notice.state());
  }

  private static String json(Notice notice) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("topicArn", notice.request().notificationChannel());
      json.writeStringProperty("time", notice.time().toString());
      json.writeStringProperty("delegationRequestId", notice.request().id());
      json.writeStringProperty("requestorWorkflowId", notice.request().workflowId());
      json.writeStringProperty("ownerAccountId", notice.owner().digits());
      json.writeStringProperty("state", notice.state().name());
      SecretText token = notice.token();
      if (token != null) {
        json.writeStringProperty("tradeInToken", token.reveal());
      }
      json.writeEndObject();
    }
    return text.toString();
  }
}

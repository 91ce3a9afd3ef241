package io.claviger.cli.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CaseStreamTest {

  private final StringWriter err = new StringWriter();

  private static String question(Object id, String action) {
    return """
    {"id":"%s","request":{"principal":{"AWS":"arn:aws:iam::111122223333:user/ana"},"action":"s3:%s",\
    "resource":"arn:aws:s3:::b/k","resourceAccount":"111122223333"},"policies":{"identity":[\
    {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"},\
    {"Effect":"Deny","Action":"s3:Delete*","Resource":"*"}]}]}}\
    """
        .formatted(id, action);
  }

  private List<String> answers(InputStream in, boolean isExplaining)
      throws IOException, InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaseStream stream = new CaseStream(in, isExplaining, new PrintWriter(err), 3)) {
      stream.write(out);
    }
    assertEquals("", err.toString());
    assertTrue(out.size() == 0 || out.toString(UTF_8).endsWith("\n"));
    return out.toString(UTF_8).lines().toList();
  }

  private List<String> answers(String in) throws IOException, InterruptedException {
    return answers(new ByteArrayInputStream(in.getBytes(UTF_8)), false);
  }

  @Test
  void everyDecisionIsAnswered() throws Exception {
    assertEquals(
        List.of(
            "{\"id\":\"1\",\"decision\":\"Allowed\"}",
            "{\"id\":\"2\",\"decision\":\"ExplicitlyDenied\",\"layer\":\"IDENTITY\"}",
            "{\"id\":\"3\",\"decision\":\"ImplicitlyDenied\",\"layer\":\"IDENTITY\"}",
            "{\"id\":null,\"error\":\"The line is empty\"}",
            "{\"id\":\"\u00e4\uD83D\uDE00\",\"decision\":\"Allowed\"}",
            "{\"id\":\"\\u0000\\\"\",\"decision\":\"Allowed\"}"),
        answers(
            String.join(
                "\n",
                question(1, "GetObject"),
                question(2, "DeleteObject"),
                question(3, "PutObject"),
                "",
                question("\u00e4\uD83D\uDE00", "GetObject"),
                question("\\u0000\\\"", "GetObject"))));
    assertEquals(List.of(), answers(""));
  }

  @Test
  void reasonsComeWithTheAnswerWhereTheyAreWanted() throws Exception {
    String line = question(1, "PutObject") + "\n{}\n";
    List<String> answers = answers(new ByteArrayInputStream(line.getBytes(UTF_8)), true);

    assertEquals(2, answers.size());
    assertTrue(answers.getFirst().startsWith("{\"id\":\"1\",\"decision\":\"ImplicitlyDenied\""));
    assertTrue(answers.getFirst().contains("\"message\":\"User: "), answers::toString);
    assertTrue(answers.getFirst().contains("\"statements\":[{"), answers::toString);
    assertEquals("{\"id\":null,\"error\":\"id is missing\"}", answers.get(1));
  }

  @Test
  void answersStandInTheOrderOfTheCases() throws Exception {
    StringBuilder lines = new StringBuilder();
    int count = 5_000;
    for (int i = 0; i < count; i++) {
      lines.append(question(i, "GetObject")).append('\n');
    }
    List<String> answers = answers(lines.toString());
    assertEquals(count, answers.size());
    for (int i = 0; i < count; i++) {
      assertEquals("{\"id\":\"" + i + "\",\"decision\":\"Allowed\"}", answers.get(i));
    }
  }

  @Test
  void noLineStopsTheStream() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    byte[][] hostile = {
      {(byte) 0xff, (byte) 0xfe},
      {0, 0, 0},
      "[".repeat(100_000).getBytes(UTF_8),
      "{\"id\":\"x\",\"a\":".repeat(10_000).getBytes(UTF_8),
      ("{\"id\":\"n\",\"x\":" + "9".repeat(100_000) + "}").getBytes(UTF_8),
      ("{\"id\":\"n\",\"x\":\"" + "y".repeat(5_000_000) + "\"}").getBytes(UTF_8),
      "not JSON".getBytes(UTF_8),
      {}
    };
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    int count = 600;
    for (int i = 0; i < count; i++) {
      lines.write(hostile[i < hostile.length ? i : random.nextInt(hostile.length - 2)]);
      lines.write('\n');
      lines.write(question(i, "GetObject").getBytes(UTF_8));
      lines.write('\n');
    }
    List<String> answers = answers(new ByteArrayInputStream(lines.toByteArray()), false);
    assertEquals(2 * count, answers.size());
    for (int i = 0; i < count; i++) {
      assertTrue(answers.get(2 * i).contains("\"error\":"), answers.get(2 * i));
      assertEquals("{\"id\":\"" + i + "\",\"decision\":\"Allowed\"}", answers.get(2 * i + 1));
    }
  }

  @Test
  void whoWaitsIsAnsweredAtOnce() throws Exception {
    try (PipedInputStream in = new PipedInputStream();
        PipedInputStream answers = new PipedInputStream();
        PipedOutputStream out = new PipedOutputStream(answers);
        CaseStream stream = new CaseStream(in, false, new PrintWriter(err), 2)) {
      PipedOutputStream questions = new PipedOutputStream(in);
      FutureTask<Void> answering =
          new FutureTask<>(() -> {
            stream.write(out);
            return null;
          });
      Thread.ofPlatform().start(answering);
      BufferedReader reader = new BufferedReader(new InputStreamReader(answers, UTF_8));
      try (questions) {
        for (int i = 0; i < 3; i++) {
          questions.write((question(i, "GetObject") + "\n").getBytes(UTF_8));
          questions.flush();
          assertEquals("{\"id\":\"" + i + "\",\"decision\":\"Allowed\"}", reader.readLine());
        }
      }
      answering.get();
    }
  }

  @Test
  void whoNoLongerListensEndsTheStream() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return '\n';
          }

          @Override
          public int read(byte[] to, int offset, int length) {
            to[offset] = '\n';
            return 1;
          }
        };
    try (CaseStream stream = new CaseStream(endless, false, new PrintWriter(err), 2)) {
      UnwritableException failure =
          assertThrows(UnwritableException.class, () -> stream.write(closed));
      assertTrue(failure.isBrokenPipe());
      assertFalse(new UnwritableException(new IOException("No space left")).isBrokenPipe());
    }
  }

  @Test
  void aStreamThatCannotBeReadIsNoEmptyStream() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Is a directory");
          }

          @Override
          public int read(byte[] to, int offset, int length) throws IOException {
            return read();
          }
        };
    try (CaseStream stream = new CaseStream(failing, false, new PrintWriter(err), 2)) {
      IOException failure =
          assertThrows(IOException.class, () -> stream.write(OutputStream.nullOutputStream()));
      assertEquals("Is a directory", failure.getMessage());
    }
  }
}

package io.claviger.policy.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.testkit.DecisionTables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class LineBlocksTest {

  private static final int LIMIT = LineBlocks.MAX_LINE_BYTES;

  /// A stream that hands out its bytes in pieces of unlike size.
  private static final class Crumbs extends InputStream {
    private final InputStream in;
    private final SplittableRandom random = new SplittableRandom(7);

    Crumbs(byte[] bytes) {
      in = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      return in.read();
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      return in.read(to, offset, Math.min(length, 1 + random.nextInt(9_000)));
    }
  }

  private static List<CaseLine> all(byte[] bytes) throws IOException {
    LineBlocks blocks = new LineBlocks(new Crumbs(bytes));
    CaseReader reader = new CaseReader();
    List<CaseLine> lines = new ArrayList<>();
    for (Optional<LineBlock> block = blocks.next(); block.isPresent(); block = blocks.next()) {
      block.get().lines().forEach(line -> lines.add(reader.read(line)));
    }
    return lines;
  }

  private static List<CaseLine> all(String text) throws IOException {
    return all(text.getBytes(UTF_8));
  }

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof Integer one) {
        bytes.write(one);
      } else {
        bytes.writeBytes(part.toString().getBytes(UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static List<String> errors(byte[] bytes) throws IOException {
    return all(bytes).stream()
        .map(line -> assertInstanceOf(BadCase.class, line))
        .map(bad -> Objects.toString(bad.id(), "-") + ": " + bad.error())
        .toList();
  }

  @Test
  void everyRowOfTheTablesIsReadInOrder() throws IOException {
    List<String> rows = DecisionTables.all().toList();
    List<String> ids =
        all(String.join("\n", rows)).stream()
            .map(line -> assertInstanceOf(DecisionCase.class, line).id())
            .toList();

    assertEquals(rows.size(), ids.size());
    for (int i = 0; i < rows.size(); i++) {
      assertTrue(rows.get(i).contains('"' + ids.get(i) + '"'), rows.get(i));
    }
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertEquals(0, all("").size());
    assertEquals(1, all("{}").size());
    assertEquals(1, all("{}\n").size());
    assertEquals(2, all("{}\n\n").size());
    assertEquals(2, all("{}\n{}").size());
  }

  @Test
  void whatIsNotUtf8IsRefused() throws IOException {
    assertEquals(
        List.of(
            "a: The line is not UTF-8",
            "-: The line is not UTF-8",
            "-: The line is not UTF-8",
            "\uFFFD: request is missing".replace("\uFFFD", "-")),
        errors(
            bytes(
                "{\"id\":\"a\",\"request\":\"",
                0xFF,
                "\"}\n",
                "{\"id\":\"",
                0xC0,
                0x80,
                "\"}\n",
                0xED,
                0xA0,
                0x80,
                "\n",
                "{\"id\":\"\uFFFD\"}\n")));
  }

  @Test
  void aLineAtTheLimitIsReadAndOneBeyondIsNot() throws IOException {
    String start = "{\"id\":\"a\",\"x\":\"";
    String whole = start + "y".repeat(LIMIT - start.length() - 2) + "\"}";
    assertEquals(
        List.of(
            "a: request is missing",
            "a: The line is longer than 4194304 bytes",
            "a: The line is longer than 4194304 bytes",
            "b: request is missing",
            "-: The line is longer than 4194304 bytes"),
        errors(
            bytes(
                whole,
                "\n",
                whole,
                " \n",
                whole,
                "z".repeat(2 * LIMIT),
                "\n",
                "{\"id\":\"b\"}\n",
                " ".repeat(3 * LIMIT))));
  }

  @Test
  void whateverComesIsAnswered() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    List<String> rows = DecisionTables.all().toList();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int lines = 5_000;
    for (int i = 0; i < lines; i++) {
      byte[] row = rows.get(i % rows.size()).getBytes(UTF_8);
      for (int change = random.nextInt(4); change > 0; change--) {
        byte value = (byte) random.nextInt(256);
        row[random.nextInt(row.length)] = value == '\n' ? 0 : value;
      }
      bytes.write(row, 0, random.nextInt(8) == 0 ? random.nextInt(row.length) : row.length);
      bytes.write('\n');
    }
    assertEquals(lines, all(bytes.toByteArray()).size());
  }

  @Test
  void deepNestingAndLongNumbersAreRefused() throws IOException {
    for (String value :
        List.of("[".repeat(1_000_000), "{\"a\":".repeat(500_000), "1".repeat(1_000_000))) {
      BadCase bad = assertInstanceOf(BadCase.class, all("{\"id\":\"a\",\"x\":" + value).getFirst());
      assertEquals("a", bad.id());
    }
  }

  @Test
  void linesAreHandedOutAsSoonAsTheyHaveCome() throws IOException {
    Queue<String> pieces = new ArrayDeque<>(List.of("{}\n[]\n{", "}", "\n", "{"));
    InputStream in =
        new InputStream() {
          @Override
          public int read() {
            throw new UnsupportedOperationException();
          }

          @Override
          public int read(byte[] to, int offset, int length) {
            byte[] piece = Objects.requireNonNullElse(pieces.poll(), "").getBytes(UTF_8);
            System.arraycopy(piece, 0, to, offset, piece.length);
            return piece.length == 0 ? -1 : piece.length;
          }
        };
    LineBlocks blocks = new LineBlocks(in);

    assertEquals("{}|[]|", text(blocks));
    assertEquals(3, pieces.size());
    assertEquals("{}|", text(blocks));
    assertEquals(1, pieces.size());
    assertEquals("{|", text(blocks));
    assertEquals("", text(blocks));
  }

  private static String text(LineBlocks blocks) throws IOException {
    StringBuilder text = new StringBuilder();
    for (LineBlock.Line line : blocks.next().map(LineBlock::lines).orElse(List.of())) {
      text.append(line.text(9)).append('|');
    }
    return text.toString();
  }
}

package io.claviger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The commands of `simulate.txt` and `validate.txt` print what stands there. Written again with
/// `-Dclaviger.write=true`, and then read by a person.
class GoldenOutputTest {

  private static final Path FOLDER = Path.of("src/test/resources/io/claviger/cli");
  private static final String POLICIES = FOLDER.resolve("policies") + "/";

  private static final String BLOCK = "\n== ";
  private static final String ANSWER = "\n--\n";

  private record Block(String title, String command, String expected) {

    static Block of(String text) {
      int command = text.indexOf('\n') + 1;
      int answer = text.indexOf(ANSWER);
      return new Block(
          text.substring(0, command - 1),
          text.substring(command, answer),
          text.substring(answer + ANSWER.length()).stripTrailing());
    }

    String actual() {
      Ran ran = Ran.of(command.replace("@", POLICIES).split(" ", -1));
      String output = ("status " + ran.status() + '\n' + ran.out() + ran.err()).stripTrailing();
      return output.replace(POLICIES, "").replace("\u001b", "\\e");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCommandPrintsWhatTheTableSays() throws IOException {
    return Stream.concat(tests("simulate.txt"), tests("validate.txt"));
  }

  private static Stream<DynamicTest> tests(String table) throws IOException {
    Path file = FOLDER.resolve(table);
    if (Boolean.getBoolean("claviger.write")) {
      write(file);
    }
    return parts(file).stream()
        .skip(1)
        .map(Block::of)
        .map(block ->
            DynamicTest.dynamicTest(
                block.title(), () -> assertEquals(block.expected(), block.actual())));
  }

  private static List<String> parts(Path file) throws IOException {
    return List.of(Files.readString(file).split(BLOCK, -1));
  }

  private static void write(Path file) throws IOException {
    List<String> parts = parts(file);
    StringBuilder text = new StringBuilder(parts.getFirst());
    for (String part : parts.subList(1, parts.size())) {
      Block block = Block.of(part);
      text.append(BLOCK).append(block.title()).append('\n').append(block.command());
      text.append(ANSWER).append(block.actual()).append('\n');
    }
    Files.writeString(file, text);
  }
}

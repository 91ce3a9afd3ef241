package io.claviger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidateCommandTest {

  private static final String POLICIES = "src/test/resources/io/claviger/cli/policies/";

  private static Ran validate(String... arguments) {
    return Ran.of(
        Stream.concat(
                Stream.of("validate"),
                Arrays.stream(arguments)
                    .map(each -> each.endsWith(".json") ? POLICIES + each : each))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({
    "ana.json, 0",
    "doubtful.json, 0",
    "broken.json, 1",
    "ana.json broken.json, 1",
    "--strict ana.json, 0",
    "--strict doubtful.json, 1",
    "--strict broken.json, 1",
    "--strict doubtful.json no-such.json, 2",
    "no-such.json, 2",
    "broken.json no-such.json, 2",
    "--kind trust trust.json, 0",
    "--kind trust ana.json, 1",
    "--kind resource bucket.json, 0",
    "--kind scp guard.json, 0",
    "--kind vpc-endpoint ana.json, 1",
    "--kind nonsense ana.json, 2",
    "--json --sarif ana.json, 2",
    "--json broken.json, 1",
    "--sarif broken.json, 1",
    "--nonsense ana.json, 2",
    "--own-service ledger ana.json, 0",
    "--own-service ledger: ana.json, 2",
    "'', 2"
  })
  void theStatusSaysWhatWasFound(String arguments, int status) {
    Ran ran = validate(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));
    assertEquals(status, ran.status(), () -> ran.out() + ran.err());
  }

  @Test
  void theReadablePoliciesAreCheckedAllTheSame() {
    Ran ran = validate("no-such.json", "broken.json");
    assertTrue(ran.err().startsWith("claviger: there is no file "), ran::err);
    assertTrue(ran.out().contains("MISSING_EFFECT"), ran::out);
  }

  @Test
  void whatIsNotTextIsUnreadable(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("policy.bin");
    Files.write(file, new byte[] {'{', (byte) 0xff, '}'});
    Ran ran = validate(file.toString());
    assertEquals(2, ran.status());
    assertTrue(ran.err().endsWith("policy.bin is not UTF-8\n"), ran::err);
    assertEquals(2, validate(folder.toString()).status());
  }

  @Test
  void namesThatAwsDoesNotDocumentAreWarnedOf(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("policy");
    Files.writeString(
        file,
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*",
          "Action":["s3:GetObjct","billing:Raed","ledger:Read"],
          "Condition":{"StringEquals":{"aws:SourceVpx":"vpc-1","ledger:Book":"1"}}}}
        """);
    Ran ran = validate("--own-service", "Ledger", file.toString());
    assertEquals(0, ran.status());
    assertTrue(ran.out().contains("Did you mean s3:GetObject?"), ran::out);
    assertTrue(ran.out().contains("policy:2:13"), ran::out);
    assertTrue(ran.out().contains("INVALID_GLOBAL_CONDITION_KEY"), ran::out);
    assertTrue(ran.out().endsWith("0 errors, 3 warnings\n"), ran::out);
    assertEquals(1, validate("--strict", file.toString()).status());
  }

  @Test
  void actionsOfTrustPoliciesAreLookedUpToo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("trust");
    Files.writeString(
        file,
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},
          "Action":["sts:AssumeRole","sts:AssumeRoleWithSAMLL"]}}
        """);
    Ran ran = validate("--kind", "trust", file.toString());
    assertTrue(ran.out().contains("Did you mean sts:AssumeRoleWithSAML?"), ran::out);
    assertTrue(ran.out().endsWith("0 errors, 1 warning\n"), ran::out);
  }

  /// Names of files go into SARIF as references, which some characters must not break.
  @ParameterizedTest
  @CsvSource({
    "a b%.json, a%20b%25.json",
    "größe.json, gr%C3%B6%C3%9Fe.json",
    "a:b.json, a:b.json",
    "a#b?.json, a%23b%3F.json"
  })
  void aFileIsNamedByReference(String name, String reference, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), "{}");
    String out = Ran.of("validate", "--sarif", file.toString()).out();
    assertTrue(out.contains("\"uri\": \"file://" + folder + '/' + reference + '"'), out);
  }

  @Test
  void aRelativeNameIsARelativeReference() {
    String out = validate("--sarif", "broken.json").out();
    assertTrue(out.contains("\"uri\": \"" + POLICIES + "broken.json\""), out);
  }

  @ParameterizedTest
  @CsvSource({"a:b, ./a:b", "1:b, ./1:b", ":b, ./:b", "b/1:c, ./b/1:c", "%, %25"})
  void aColonInARelativeNameMakesNoScheme(String name, String reference) {
    Ran ran = Ran.of("validate", "--sarif", name);
    assertEquals(2, ran.status(), ran::err);
    assertTrue(ran.out().contains("\"uri\": \"" + reference + '"'), ran::out);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--sarif"})
  void machineReadableOutputIsAscii(String format, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("p"), "{\"Vérsion\":\"\uD83D\uDE00\"}");
    String out = Ran.of("validate", format, file.toString()).out();
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(out), out);
    assertTrue(out.contains("V\\u00E9rsion"), out);
  }
}

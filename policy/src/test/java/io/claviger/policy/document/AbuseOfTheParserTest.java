package io.claviger.policy.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.document.Finding.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Abuse cases 26 to 31 as far as they concern reading.
final class AbuseOfTheParserTest {

  private static final String HONEST =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*",\
      "Condition":{"StringEquals":{"aws:username":"a"}}}]}\
      """;

  private static List<String> findings(String text) {
    return PolicyParser.parse(text, PolicyKind.IDENTITY).findings().stream()
        .filter(finding -> finding.severity() == Finding.Severity.ERROR)
        .map(Finding::id)
        .toList();
  }

  @Test
  void theHonestTwinIsRead() {
    assertEquals(List.of(), findings(HONEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"Version\":\"2012-10-17\"",
        "\"Effect\":\"Allow\"",
        "\"Action\":\"s3:*\"",
        "\"Condition\":{\"StringEquals\":{\"aws:username\":\"a\"}}",
        "\"StringEquals\":{\"aws:username\":\"a\"}",
        "\"aws:username\":\"a\""
      })
  void Abuse_026_duplicateKeyIsRefused(String member) {
    assertEquals(List.of("DUPLICATE_KEY"), findings(HONEST.replace(member, member + "," + member)));
  }

  @Test
  void Abuse_026_conditionKeyThatDiffersInCaseIsADuplicate() {
    String member = "\"aws:username\":\"a\"";
    assertEquals(
        List.of("DUPLICATE_KEYS_WITH_DIFFERENT_CASE"),
        findings(HONEST.replace(member, member + ",\"AWS:UserName\":\"b\"")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Version", "Statement", "Effect", "Action", "Resource", "Condition"})
  void Abuse_027_miscasedElementIsRefused(String element) {
    String small = AsciiCase.lower(element);
    assertTrue(
        findings(HONEST.replace('"' + element + '"', '"' + small + '"'))
            .contains("INVALID_POLICY_ELEMENT"));
  }

  @Test
  void Abuse_027_unknownElementIsRefused() {
    assertEquals(
        List.of("INVALID_POLICY_ELEMENT"),
        findings(HONEST.replace("{\"Effect", "{\"X\":1,\"Effect")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\uFEFF{}",
        "{} {}",
        "{}x",
        "// comment\n{}",
        "/* comment */{}",
        "{'Version':'2012-10-17'}",
        "{Version:\"2012-10-17\"}",
        "{\"a\":NaN}",
        "{\"a\":+1}",
        "{\"a\":01}",
        "{\"a\":Infinity}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\"",
        "\u0000"
      })
  void Abuse_028_textThatIsNoStrictJsonIsRefused(String text) {
    assertEquals(List.of("JSON_SYNTAX_ERROR"), findings(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "\ud800", "\\u0000", "\\u001f"})
  void Abuse_028_loneSurrogatesAndControlCharactersAreRefused(String characters) {
    assertEquals(
        List.of("INVALID_CHARACTER"), findings(HONEST.replace("\"a\"", quote(characters))));
  }

  @Test
  void Abuse_028_pairedSurrogatesAreHonest() {
    assertEquals(List.of(), findings(HONEST.replace("\"a\"", quote("\\ud83d\\ude00 😀"))));
  }

  @Test
  void Abuse_028_depthAndLengthAreBounded() {
    String deep = "[".repeat(10_000);
    String objects = "{\"a\":".repeat(10_000);
    String number = "{\"a\":" + "1".repeat(1_048_576) + "}";
    String shorter = "{\"a\":" + "1".repeat(1_000_000) + "}";
    assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> {
          assertEquals(List.of("JSON_SYNTAX_ERROR"), findings(deep));
          assertEquals(List.of("JSON_SYNTAX_ERROR"), findings(objects));
          assertEquals(List.of("TOO_LONG"), findings(number));
          assertEquals(List.of("JSON_SYNTAX_ERROR"), findings(shorter));
        });
  }

  /// Nobody reads 100,000 findings, and whoever provokes them shall not have them in memory.
  @Test
  void Abuse_029_aThousandErrorsAreListedAndTheRestIsCounted() {
    String odd = "{'Effect':'Allow','Action':'*','Resource':'arn:aws:s3:::${a b}'},";
    String statements = odd.replace('\'', '"').repeat(1_500) + "{},".repeat(1_500) + "{}";
    ParsedPolicy parsed =
        PolicyParser.parse(
            "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}", PolicyKind.IDENTITY);

    assertTrue(parsed.document().isEmpty());
    assertEquals(1_001, parsed.findings().size());
    assertEquals("MORE_FINDINGS", parsed.findings().getLast().id());
    assertTrue(parsed.findings().stream().allMatch(one -> one.severity() == Severity.ERROR));
  }

  @Test
  void Abuse_029_whitespaceBombIsReadInLinearTime() {
    String padded = HONEST.replace("[{", "[" + " ".repeat(1_000_000) + "{");
    assertTimeoutPreemptively(
        Duration.ofSeconds(1), () -> assertEquals(List.of(), findings(padded)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0131", "\u212A", "\u017F", "\u00DF", "\u0130"})
  void Abuse_031_onlyAsciiIsFolded(String letter) {
    assertEquals(letter, AsciiCase.lower(letter));
    assertEquals("az" + letter, AsciiCase.lower("AZ" + letter));
  }

  private static String quote(String text) {
    return '"' + text + '"';
  }
}

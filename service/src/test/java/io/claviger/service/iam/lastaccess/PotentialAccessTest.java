package io.claviger.service.iam.lastaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.reference.ServiceReference;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PotentialAccessTest {

  private static final ServiceReference REFERENCE = ServiceReference.load();
  private static final long SOME_WORK = 1_000_000;

  private static List<String> services(String... statements) {
    return new PotentialAccess(
            Arrays.stream(statements).map(PotentialAccessTest::policy).toList(), REFERENCE)
        .services();
  }

  private static PolicyDocument policy(String statement) {
    String text = "{\"Version\":\"2012-10-17\",\"Statement\":" + statement.replace('\'', '"') + "}";
    return PolicyParser.parse(text, PolicyKind.IDENTITY).document().orElseThrow();
  }

  @Test
  void everythingIsEveryService() {
    String all = "{'Effect':'Allow','Action':'*','Resource':'*'}";
    assertEquals(List.copyOf(REFERENCE.prefixes()), services(all));
    List<String> but = services(all, "{'Effect':'Deny','Action':'s3:*','Resource':'*'}");
    assertEquals(REFERENCE.prefixes().size() - 1, but.size());
    assertTrue(!but.contains("s3"));
    assertEquals(List.of(), services());
  }

  /// Hundreds of long denials that a hostile account puts against as many grants: all is denied,
  /// but to find that out would take a minute.
  @Test
  void workEndsAndWhatCannotBeToldIsPossible() {
    List<String> patterns =
        IntStream.range(0, 800)
            .mapToObj(i -> "'arn:aws:s3:::" + "*a".repeat(40) + i + "/*'")
            .toList();
    PotentialAccess access =
        bounded(statement("Allow", patterns), statement("Deny", patterns.reversed()));
    assertEquals(List.of("s3"), access.services());
    assertStoppedAtTheEnd(access);
  }

  /// As many patterns as the policies of ten groups hold, for a service that there is not, so that
  /// nothing comes to be compared, for or against every action.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'Effect':'Allow','Action':'*','Resource':[%s]}]",
        "[{'Effect':'Allow','Action':'*','NotResource':[%s]},"
            + "{'Effect':'Deny','Action':'*','NotResource':[%<s]}]",
        "[{'Effect':'Allow','Action':'*','Resource':'*'},"
            + "{'Effect':'Deny','Action':'*','Resource':[%s]}]",
        "[{'Effect':'Allow','Action':'*','Resource':'*'},"
            + "{'Effect':'Deny','Action':'*','NotResource':[%s]}]",
      })
  void lookingAtPatternsIsWorkThatEnds(String form) {
    String many =
        IntStream.range(0, 400)
            .mapToObj(i -> "'arn:aws:zz:::a" + i + "'")
            .collect(Collectors.joining(","));
    PotentialAccess access =
        bounded(Collections.nCopies(100, form.formatted(many)).toArray(String[]::new));
    List<String> all = List.copyOf(REFERENCE.prefixes());
    assertTrue(
        access.services().containsAll(all.subList(1, all.size())),
        "what comes after the first cannot be told");
    assertStoppedAtTheEnd(access);
  }

  @Test
  void lookingAtActionsIsWorkThatEnds() {
    String many =
        IntStream.range(0, 400).mapToObj(i -> "'s3:Z" + i + "'").collect(Collectors.joining(","));
    String form = "{'Effect':'Allow','Action':[%s],'Resource':'*'}".formatted(many);
    PotentialAccess access = bounded(Collections.nCopies(100, form).toArray(String[]::new));
    assertEquals(List.of("s3"), access.services());
    assertStoppedAtTheEnd(access);
  }

  @Test
  void honestPoliciesAreFarFromTheEndOfWork() {
    String buckets =
        IntStream.range(0, 40)
            .mapToObj(i -> "'arn:aws:s3:::bucket" + i + "/*'")
            .collect(Collectors.joining(","));
    String form = "{'Effect':'%s','Action':['s3:*','iam:*'],'Resource':[%s]}";
    PotentialAccess access =
        new PotentialAccess(
            Stream.of(form.formatted("Allow", buckets), form.formatted("Deny", buckets))
                .map(PotentialAccessTest::policy)
                .toList(),
            REFERENCE);
    assertEquals(List.of(), access.services());
    assertTrue(access.work() > 0);
    assertTrue(access.work() < PotentialAccess.MOST_WORK / 50, "work " + access.work());
  }

  private static PotentialAccess bounded(String... statements) {
    return new PotentialAccess(
        Arrays.stream(statements).map(PotentialAccessTest::policy).toList(), REFERENCE, SOME_WORK);
  }

  /// Past the end comes no more than the last comparison, and leaving the loops around it.
  private static void assertStoppedAtTheEnd(PotentialAccess access) {
    long past = access.work() - SOME_WORK;
    assertTrue(past > 0 && past < 20_000, "past the end by " + past);
  }

  private static String statement(String effect, List<String> resources) {
    return "{'Effect':'%s','Action':'s3:GetObject','Resource':[%s]}"
        .formatted(effect, String.join(",", resources));
  }

  /// A statement that allows, and the services that it opens.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "s3 | {'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}",
        "s3 | {'Effect':'Allow','Action':'S3:GETOBJECT','Resource':'arn:aws:s3:::b/*'}",
        "s3 | {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/${aws:username}'}",
        "s3 | {'Effect':'Allow','Action':'s3:Get*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'true'}}}",
        "s3 | {'Effect':'Allow','Action':'s3:GetObject','NotResource':'arn:aws:s3:::b/*'}",
        "iam | {'Effect':'Allow','Action':'iam:PassRole','Resource':'*'}",
        "iam s3 | {'Effect':'Allow','Action':['s3:GetObject','iam:GetUser'],'Resource':'*'}",
        "'' | {'Effect':'Allow','Action':'s3:NoSuchAction','Resource':'*'}",
        "'' | {'Effect':'Allow','Action':'nothing:Read','Resource':'*'}",
        "'' | {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:iam::111122223333:user/x'}",
        "'' | {'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::bucket'}",
        "'' | {'Effect':'Allow','Action':'s3:ListAllMyBuckets','Resource':'arn:aws:s3:::*'}",
        "'' | {'Effect':'Allow','Action':'s3:GetObject','NotResource':'*'}",
      })
  void serviceIsOpenWhereAnActionFindsAResource(String expected, String statement) {
    assertEquals(expected.replace("'", ""), String.join(" ", services(statement)));
  }

  /// A denial beside `s3:GetObject` on the objects of one bucket, and whether something is left.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "false | {'Effect':'Deny','Action':'s3:*','Resource':'*'}",
        "false | {'Effect':'Deny','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}",
        "false | {'Effect':'Deny','Action':'s3:Get*','Resource':'arn:aws:s3:::*'}",
        "false | {'Effect':'Deny','NotAction':'iam:*','Resource':'*'}",
        "false | {'Effect':'Deny','Action':'s3:*','NotResource':'arn:aws:s3:::other/*'}",
        "true | {'Effect':'Deny','Action':'s3:PutObject','Resource':'*'}",
        "true | {'Effect':'Deny','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/private/*'}",
        "true | {'Effect':'Deny','Action':'s3:*','NotResource':'arn:aws:s3:::b/*'}",
        "true | {'Effect':'Deny','Action':'s3:*','Resource':'*','Condition':{'Bool':{'aws:SecureTransport':'false'}}}",
      })
  void denialThatLeavesNothingClosesTheService(boolean isLeft, String denial) {
    String allowed = "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::b/*'}";
    assertEquals(isLeft ? List.of("s3") : List.of(), services(allowed, denial));
  }
}

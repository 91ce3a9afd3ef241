package io.claviger.service.iam.lastaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.reference.ServiceReference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PotentialAccessTest {

  private static final ServiceReference REFERENCE = ServiceReference.load();

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
  @Timeout(60)
  void workEndsAndWhatCannotBeToldIsPossible() {
    List<String> patterns =
        IntStream.range(0, 800)
            .mapToObj(i -> "'arn:aws:s3:::" + "*a".repeat(40) + i + "/*'")
            .toList();
    String allowed = statement("Allow", patterns);
    String denied = statement("Deny", patterns.reversed());
    assertEquals(List.of("s3"), services(allowed, denied));
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

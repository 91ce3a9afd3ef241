package io.claviger.service.iam.delegation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.DelegationRequest.Parameter;
import io.claviger.wire.ServiceError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTemplateTest {

  private static final String TEMPLATE =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject",
       "Resource":"arn:aws:s3:::@{bucketName}/@{prefix}/*",
       "Condition":{"StringEquals":{"aws:RequestTag/Owner":["@{owner}","all"]}}}}\
      """;

  private static Parameter one(String name, String value) {
    return new Parameter(name, List.of(value), false);
  }

  private static Parameter list(String name, String... values) {
    return new Parameter(name, Arrays.asList(values), true);
  }

  private static String render(Parameter... parameters) {
    return PolicyTemplate.parse(TEMPLATE).render(Arrays.asList(parameters));
  }

  private static String refusal(Parameter... parameters) {
    ServiceError error = assertThrows(ServiceError.class, () -> render(parameters));
    assertEquals("InvalidInput", error.code());
    return error.message();
  }

  @Test
  void placesAreFilledInResourcesAndInValuesOfConditions() {
    assertEquals(
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject",\
        "Resource":"arn:aws:s3:::logs/a/*",\
        "Condition":{"StringEquals":{"aws:RequestTag/Owner":["ann","all"]}}}]}\
        """,
        render(one("bucketName", "logs"), one("prefix", "a"), one("owner", "ann")));
  }

  @Test
  void listsGiveEveryCombination() {
    String policy =
        render(list("bucketName", "x", "y"), list("prefix", "1", "2"), one("owner", "ann"));
    assertTrue(
        policy.contains(
            """
            "Resource":["arn:aws:s3:::x/1/*","arn:aws:s3:::x/2/*",\
            "arn:aws:s3:::y/1/*","arn:aws:s3:::y/2/*"]\
            """),
        policy);
  }

  /// The template's own wildcards are what its author meant; a value's would be more.
  @ParameterizedTest
  @ValueSource(strings = {"*", "logs*", "log?", "${aws:username}", ""})
  void valueThatMeansMoreThanItselfIsRefused(String value) {
    assertEquals(
        "The policy parameter bucketName must have one value, or as a list at least one, without"
            + " *, ? and $.",
        refusal(one("bucketName", value), one("prefix", "a"), one("owner", "ann")));
  }

  @Test
  void valueCannotAddToThePolicy() {
    String policy =
        render(
            one("bucketName", "x\"],\"Effect\":\"Allow"),
            one("prefix", "a"),
            one("owner", "@{bucketName}"));
    assertTrue(policy.contains("x\\\"],\\\"Effect\\\":\\\"Allow"), policy);
    assertTrue(policy.contains("[\"@{bucketName}\",\"all\"]"), policy);
  }

  @Test
  void parametersAreThoseOfTheTemplate() {
    Parameter bucket = one("bucketName", "x");
    Parameter prefix = one("prefix", "a");
    Parameter owner = one("owner", "ann");
    assertEquals("The policy template needs the parameter owner.", refusal(bucket, prefix));
    assertEquals(
        "The policy template has no parameter other.",
        refusal(bucket, prefix, owner, one("other", "x")));
    assertEquals(
        "The policy parameter owner is given more than once.",
        refusal(bucket, prefix, owner, owner));
    assertTrue(
        refusal(bucket, prefix, new Parameter("owner", List.of("a", "b"), false))
            .startsWith("The policy parameter owner must have one value"));
    assertTrue(
        refusal(bucket, prefix, list("owner")).startsWith("The policy parameter owner must"));
  }

  @Test
  void policyHas2048CharactersAtMost() {
    int rest = render(one("bucketName", "x"), one("prefix", "a"), one("owner", "b")).length() - 1;
    String longest = "x".repeat(2048 - rest);
    assertEquals(
        2048, render(one("bucketName", longest), one("prefix", "a"), one("owner", "b")).length());
    assertTrue(
        refusal(one("bucketName", longest + "x"), one("prefix", "a"), one("owner", "b"))
            .endsWith("is longer than 2048 characters."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:@{what}\",\"Resource\":\"*\"}}",
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Sid\":\"@{sid}\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}",
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::@{four}\"}}",
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::@{bucketName}/@{näme5}\"}}",
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:username\":\"@{owner\"}}}}",
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"@Enabled\":\"x\",\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}"
      })
  void templateThatCannotBeReadToTheLastIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> PolicyTemplate.parse(text));
  }
}

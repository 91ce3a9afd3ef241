package io.claviger.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {

  @Test
  void resourceKeepsItsColons() {
    Arn arn = Arn.parse("arn:aws:logs:eu-west-1:111122223333:log-group:a:*");
    assertEquals("log-group:a:*", arn.resource());
    assertEquals("arn:aws:logs:eu-west-1:111122223333:log-group:a:*", arn.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "arn", "arn:aws:s3:::", "arn::s3:::b", "arn:aws::::b", "arn:aws:s3::b", "*"})
  void whatLacksAFieldIsNoArn(String text) {
    assertTrue(Arn.find(text).isEmpty());
  }

  @Test
  void accountIdIsEmptyWhereTheFieldIs() {
    assertTrue(Arn.parse("arn:aws:s3:::bucket").accountId().isEmpty());
    assertEquals(
        AccountId.of(12), Arn.parse("arn:aws:iam::000000000012:root").accountId().orElseThrow());
  }
}

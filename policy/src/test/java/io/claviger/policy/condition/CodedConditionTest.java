package io.claviger.policy.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.document.ConditionOperator.Comparison;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.match.KeyName;
import io.claviger.policy.match.Subjects;
import io.claviger.policy.match.Truth;
import io.claviger.policy.value.ValueCode;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the codes of values tell is what their texts tell.
final class CodedConditionTest {

  private static final String KEY = "aws:SourceIp";

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "A",
          "true",
          "TRUE",
          "false",
          "yes",
          "eu-west-1",
          "EU-west-1",
          "ap-southeast-2",
          "ap-southeast-1",
          "aproutheast-2",
          "apxsoutheastx2",
          "0",
          "1",
          "9",
          "10",
          "010",
          "-1",
          "9.5",
          "10.0",
          "1e1",
          "1e999999999",
          "1e-999999999",
          "999999999999999999",
          "1000000000000000000",
          "12345678901234567890123",
          "2026-11-22T10:00:00Z",
          "2026-11-22t10:00:00z",
          "2026-11-22T11:00:00+01:00",
          "2026-11-22",
          "1795341600",
          "1969-12-31T23:59:59Z",
          "1970-01-01T00:00:00Z",
          "10.0.0.0/8",
          "10.0.0.0/31",
          "0.0.0.0/0",
          "10.1.2.3",
          "11.0.0.0",
          "10.0.0.0",
          "10.255.255.255",
          "255.255.255.255",
          "2001:db8::/32",
          "2001:db8::1",
          "::ffff:10.1.2.3",
          "${aws:username}",
          "${*}",
          "a*",
          "arn:aws:s3:::b",
          "é",
          "\u017F",
          "\u212A",
          "\uD800",
          "production",
          "Production",
          "productions",
          "Productions",
          "012345678901",
          "123456789012",
          "1e17",
          "1e18",
          "-0",
          "0e5",
          "0.5",
          "2026-11-22T10:00:00.0Z",
          "o-a1b2c3d4e5",
          "O-a1b2c3d4e5",
          "o-a1b2c3d4e",
          "eu-central-1",
          "zzzzzzzzzzzz",
          "------------",
          "a/",
          "/",
          "*/",
          "a/b*",
          "*3.c",
          "m3.*",
          "m3.c",
          "m?.c",
          "${aws:username}/b",
          "ana/b",
          "arn:aws:s3:::*/b",
          "arn:aws:s3:::ana/b",
          "arn:aws:s3:*/b");

  /// The same values without their codes, or the same codes without their values.
  private record Half(RequestContext context, boolean hasCodes) implements CodedContext {

    @Override
    public @Nullable Entry find(KeyName key) {
      return checked(context).find(key);
    }

    @Override
    public int place(KeyName key) {
      return context.place(key);
    }

    @Override
    public long code(int place) {
      return hasCodes ? context.code(place) : ValueCode.NONE;
    }

    @Override
    public @Nullable String text(int place) {
      return checked(context).text(place);
    }

    @Override
    public Entry entry(int place) {
      return checked(context).entry(place);
    }

    private <T> T checked(T values) {
      if (hasCodes) {
        throw new AssertionError("the text is looked at");
      }
      return values;
    }
  }

  private static CodedContext uncoded(RequestContext context) {
    return new Half(context, false);
  }

  private static CodedContext textless(RequestContext context) {
    return new Half(context, true);
  }

  @ParameterizedTest
  @EnumSource
  void codesTellWhatTextsTell(Comparison comparison) {
    Set<Truth> seen = EnumSet.noneOf(Truth.class);
    for (String wanted : TEXTS) {
      Condition condition = new Condition(comparison.text(), KEY, List.of(wanted));
      for (String given : TEXTS) {
        seen.add(agreed(condition, RequestContext.EMPTY.with(KEY, given)));
      }
    }
    assertTrue(seen.contains(Truth.FALSE) && seen.contains(Truth.TRUE), seen::toString);
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralValuesToo(Comparison comparison) {
    Choices.forSeeds(
        2_000,
        choices -> {
          List<String> wanted = choices.listOf(0, 20, one -> one.oneOf(TEXTS));
          String operator =
              choices.oneOf("", "ForAnyValue:", "ForAllValues:")
                  + comparison.text()
                  + (comparison == Comparison.NULL ? "" : choices.oneOf("", "IfExists"));
          Condition condition = new Condition(operator, KEY, wanted);
          agreed(condition, RequestContext.EMPTY.with(KEY, choices.oneOf(TEXTS)));
          agreed(condition, RequestContext.EMPTY.with(KEY, List.of(choices.oneOf(TEXTS))));
        });
  }

  private static Truth agreed(Condition condition, RequestContext context) {
    RequestContext known = context.with("aws:username", "ana");
    CompiledCondition compiled = CompiledCondition.of(condition, true);
    Truth byText = compiled.holds(uncoded(known), Subjects.NONE);
    assertEquals(byText, compiled.holds(known, Subjects.NONE), () -> condition + " of " + known);
    return byText;
  }

  /// Of what is usual, nothing is left to the text.
  @ParameterizedTest
  @CsvSource({
    "StringEquals, eu-west-1, eu-west-1",
    "StringEquals, ap-southeast-2, eu-west-1",
    "StringLike, eu-west-1, us-east-1",
    "StringEqualsIgnoreCase, Production, production",
    "Bool, true, false",
    "NumericLessThan, 3600, 60",
    "DateGreaterThan, 2026-11-22, 2026-11-22T10:00:00Z",
    "DateLessThan, 2030-01-01T00:00:00Z, 1795341600",
    "IpAddress, 10.0.0.0/8, 11.1.1.1",
    "StringNotEquals, o-a1b2c3d4e5, o-a1b2c3d4e5",
    "StringLike, t3.*, m7g.large",
    "StringLike, *.internal, build.example",
    "ArnLike, arn:aws:iam::*:root, arn:aws:iam::111122223333:user/ana",
  })
  void whatIsUsualIsToldByTheCode(String operator, String wanted, String given) {
    Condition condition = new Condition(operator, KEY, List.of(wanted));
    RequestContext context = RequestContext.EMPTY.with(KEY, given);
    CodedContext without = textless(context);
    assertEquals(
        CompiledCondition.of(condition, true).holds(context, Subjects.NONE),
        CompiledCondition.of(condition, true).holds(without, Subjects.NONE));
  }

  /// As many values as the longest policy can have, of which one in the middle compares.
  @ParameterizedTest
  @EnumSource
  void ofVeryManyValuesToo(Comparison comparison) {
    List<String> wanted = new ArrayList<>(Collections.nCopies(100_000, "3"));
    wanted.set(50_000, "2");
    Condition condition = new Condition(comparison.text(), KEY, wanted);
    agreed(condition, RequestContext.EMPTY.with(KEY, "2"));
    agreed(condition, RequestContext.EMPTY.with(KEY, "4"));
  }

  @Test
  void ofManyRangesEachHoldsWhatItHolds() {
    List<String> wanted = new ArrayList<>();
    for (int i = 200; i > 0; i -= 2) {
      wanted.add("10." + i + ".0.0/16");
      wanted.add("10." + i + ".7.0/24");
    }
    CompiledCondition condition =
        CompiledCondition.of(new Condition("IpAddress", KEY, wanted), true);
    for (int i = 0; i < 255; i++) {
      for (String end : List.of(".0.0", ".7.7", ".255.255")) {
        RequestContext context = RequestContext.EMPTY.with(KEY, "10." + i + end);
        boolean isInside = i > 0 && i <= 200 && i % 2 == 0;
        assertEquals(
            Truth.of(isInside),
            condition.holds(textless(context), Subjects.NONE),
            context::toString);
      }
    }
  }
}

package io.claviger.bench;

import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts of 131,072 characters, the longest that IAM's API takes as a policy, made to keep a parser
/// busy.
public enum HostilePolicy {
  /// A policy that is in order, of patterns alone.
  LEGAL(
      "{\"Version\":\"2012-10-17\",\"Statement\":[",
      i -> statement(i) + ',',
      "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}"),
  /// Nothing but wrong elements, each with its finding.
  UNKNOWN_ELEMENTS("{", i -> "\"k" + i + "\":0,", "\"z\":0}"),
  DUPLICATE_KEYS("{", _ -> "\"k\":0,", "\"k\":0}"),
  /// Keys whose hash codes are all the same.
  COLLIDING_KEYS("{", i -> "\"" + colliding(i) + "\":0,", "\"z\":0}"),
  WRONG_ACTIONS(
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Resource\":\"*\",\"Action\":[",
      _ -> "\"x\",",
      "\"x\"]}]}"),
  EMPTY_STATEMENTS("{\"Version\":\"2012-10-17\",\"Statement\":[", _ -> "{},", "{}]}"),
  DEEP("", _ -> "[", ""),
  ESCAPES("{\"Version\":\"2012-10-17\",\"Id\":\"", _ -> "\\u0061", "\"}"),
  LONG_NUMBER("{\"Version\":", _ -> "9", "}"),
  UNENDED("{\"Version\":\"2012-10-17\",\"Id\":\"", _ -> "a", "");

  static final int CHARACTERS = 131_072;

  private static final int BITS = 14;

  private final String text;

  HostilePolicy(String start, IntFunction<String> part, String end) {
    StringBuilder built = new StringBuilder(start);
    for (int i = 0; ; i++) {
      String next = part.apply(i);
      if (built.length() + next.length() + end.length() > CHARACTERS) {
        break;
      }
      built.append(next);
    }
    this.text = built.append(end).toString();
  }

  String text() {
    return text;
  }

  ParsedPolicy parse() {
    return PolicyParser.parse(text, PolicyKind.IDENTITY);
  }

  private static String statement(int i) {
    return "{\"Effect\":\"Deny\",\"Action\":\"s3:*e*%d\",\"Resource\":\"arn:aws:s3:::*a*%d\"}"
        .formatted(i, i);
  }

  /// `Aa` and `BB` have the same hash code, and so have strings made of them.
  private static String colliding(int number) {
    return IntStream.range(0, BITS)
        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining());
  }
}

package io.claviger.bench;

import io.claviger.policy.document.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Policy text that is hard to match: patterns that fit the subject nearly to its end, and that all
/// differ.
///
/// The subject is a run of `b`, then `aabb`, then a run of `a`. So all short combinations of the
/// two letters are in it, but nowhere three `a` before three `b`, which every pattern asks for, and
/// every search for them goes to the end. All styles but the first ask for a `b` behind the run of
/// `a`.
public final class HostileText {

  private static final int PATTERNS_PER_STATEMENT = 20;
  private static final int TAGS = 50;

  /// How the patterns are made.
  public enum Style {
    /// Of stretches that the subject nearly has.
    STRETCHES,

    /// Of pieces of three letters at most, all of which the subject has, but not in this order: no
    /// stretch tells before the end that the pattern does not match.
    PIECES,

    /// The same in `NotResource`, where what does not match is what the statement is about.
    EXCEPTIONS,

    /// Of the values of tags, each as long as a tag can be, with pieces between them.
    VARIABLES
  }

  private final Draws draws;
  private final Style style;

  HostileText(Draws draws, Style style) {
    this.draws = draws;
    this.style = style;
  }

  /// What the patterns are matched against.
  static String subject(int length) {
    String middle = "aabb";
    int half = (length - middle.length()) / 2;
    return "b".repeat(half) + middle + "a".repeat(length - half - middle.length());
  }

  static String tag(int number) {
    return "t" + number % TAGS;
  }

  /// A policy of the given length, or up to a hundred characters less.
  String policy(int length, PolicyKind kind) {
    String last = statement("Allow", "\"*\"", "\"Resource\":\"*\"", kind);
    List<String> statements = new ArrayList<>();
    int left = length - PolicyText.of(List.of(last)).length();
    for (int patterns = PATTERNS_PER_STATEMENT; patterns > 0; ) {
      String drawn = denial(patterns, kind);
      if (drawn.length() + 1 <= left) {
        statements.add(drawn);
        left -= drawn.length() + 1;
      } else {
        patterns--;
      }
    }
    statements.add(last);
    return PolicyText.of(statements);
  }

  private String denial(int patterns, PolicyKind kind) {
    return switch (draws.below(5)) {
      case 0 -> statement("Deny", actions(patterns), "\"Resource\":\"*\"", kind);
      case 1 -> statement("Deny", "\"s3:*\"", conditions(patterns), kind);
      default -> ofResources(patterns, kind);
    };
  }

  /// All statements are tried, also those that allow: each may be named in the decision.
  private String ofResources(int patterns, PolicyKind kind) {
    boolean mayExcept = kind == PolicyKind.IDENTITY || kind == PolicyKind.RESOURCE;
    return style == Style.EXCEPTIONS && mayExcept
        ? statement("Allow", "\"s3:*\"", "\"NotResource\":" + resources(patterns), kind)
        : statement("Deny", "\"s3:*\"", "\"Resource\":" + resources(patterns), kind);
  }

  private static String statement(String effect, String action, String rest, PolicyKind kind) {
    boolean hasPrincipal =
        switch (kind) {
          case RESOURCE, RESOURCE_CONTROL, VPC_ENDPOINT, TRUST -> true;
          case IDENTITY, SERVICE_CONTROL -> false;
        };
    String principal = hasPrincipal ? "\"Principal\":\"*\"," : "";
    return "{\"Effect\":\""
        + effect
        + "\","
        + principal
        + "\"Action\":"
        + action
        + ','
        + rest
        + '}';
  }

  private String actions(int count) {
    return list(count, () -> "s3:*e*" + "e*".repeat(draws.below(4)) + "t*b" + draws.below(999));
  }

  private String resources(int count) {
    return list(count, () -> "arn:aws:s3:::*" + pattern() + '*');
  }

  private String conditions(int count) {
    String values = list(count, () -> '*' + pattern() + '*');
    String key = "aws:ResourceTag/" + tag(draws.below(TAGS));
    return "\"Resource\":\"*\",\"Condition\":{\"StringLike\":{\"" + key + "\":" + values + "}}";
  }

  private static String list(int count, Supplier<String> drawn) {
    return IntStream.range(0, count)
        .mapToObj(_ -> Json.text(drawn.get()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private String pattern() {
    return switch (style) {
      case STRETCHES -> stretches();
      case PIECES, EXCEPTIONS -> pieces();
      case VARIABLES -> variables();
    };
  }

  /// Behind `baa` there is no `b` in the subject.
  private String pieces() {
    return "baa*"
        + IntStream.range(0, 3 + draws.below(10))
            .mapToObj(_ -> draws.pick("a", "aa", "aaa", "a?a", "?a"))
            .collect(Collectors.joining("*"))
        + "*b";
  }

  private String variables() {
    return "baa*"
        + IntStream.range(0, 1 + draws.below(3))
            .mapToObj(_ -> draws.pick("a", "${aws:PrincipalTag/" + tag(draws.below(TAGS)) + "}"))
            .collect(Collectors.joining("*"))
        + "*b";
  }

  /// Many short runs, one long run, or many places where any character does.
  private String stretches() {
    String end = "a".repeat(3 + draws.below(6)) + "b".repeat(3 + draws.below(6));
    return switch (draws.below(3)) {
      case 0 -> "b*a*".repeat(1 + draws.below(3)).substring(2) + end;
      case 1 -> "a".repeat(draws.below(12)) + end;
      default -> "?".repeat(2 + draws.below(50)) + end;
    };
  }
}

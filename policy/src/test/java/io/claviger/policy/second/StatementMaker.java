package io.claviger.policy.second;

import io.claviger.policy.document.Span;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.PrincipalElement;
import io.claviger.policy.document.Statement.ResourceElement;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes statements that often match the world's requests, or nearly. A few are such as the parser
/// refuses.
record StatementMaker(
    Choices choices, Theme theme, PrincipalMaker principals, ConditionMaker conditions) {

  private static final List<String> MALFORMED_ACTIONS =
      List.of(
          "*:GetObject",
          "GetObject",
          ":GetObject",
          "",
          "s?:GetObject",
          "**",
          "s3:",
          "s3:Get:*",
          "?");

  /// What a policy must and must not have.
  enum Shape {
    PLAIN,
    WITH_PRINCIPAL,
    FOR_ANYONE,
    TRUST
  }

  /// The same about something else.
  StatementMaker about(Theme other) {
    return new StatementMaker(choices, other, principals, conditions);
  }

  Statement make(Shape shape, Effect effect) {
    return new Statement(
        choices.chance(5) ? Optional.of("s" + choices.below(1_000_000_000)) : Optional.empty(),
        effect,
        principal(shape, effect),
        action(effect),
        hasNoResource(shape) ? Optional.empty() : Optional.of(resource(effect)),
        conditions(effect),
        Span.NONE);
  }

  private boolean hasNoResource(Shape shape) {
    return (shape == Shape.TRUST) != choices.chance(1);
  }

  private Optional<PrincipalElement> principal(Shape shape, Effect effect) {
    boolean isMisplaced = choices.chance(1);
    return switch (shape) {
      case PLAIN -> isMisplaced ? Optional.of(principals.make(effect)) : Optional.empty();
      case WITH_PRINCIPAL, TRUST ->
          isMisplaced ? Optional.empty() : Optional.of(principals.make(effect));
      case FOR_ANYONE -> Optional.of(PrincipalMaker.anyone());
    };
  }

  private ActionElement action(Effect effect) {
    boolean isNegated = choices.chance(12);
    int hit = isNegated ? 20 : effect == Effect.ALLOW ? 90 : 60;
    return new ActionElement(isNegated, choices.listOf(1, 2, _ -> actionPattern(hit)));
  }

  private String actionPattern(int hit) {
    String action = choices.oneOf(theme.actions());
    int name = action.indexOf(':') + 1;
    if (choices.chance(1)) {
      return choices.oneOf(MALFORMED_ACTIONS);
    }
    if (!choices.chance(hit)) {
      return choices.oneOf("ec2:*", "s3:Delete*", Spoiler.spoiled(action, "aG*?", choices));
    }
    return switch (choices.below(6)) {
      case 0 -> "*";
      case 1 -> action.substring(0, name) + "*";
      case 2, 3 -> Spoiler.widened(action, name, choices);
      case 4 -> Spoiler.turned(action, choices);
      default -> action;
    };
  }

  private ResourceElement resource(Effect effect) {
    boolean isNegated = choices.chance(12);
    int hit = isNegated ? 20 : effect == Effect.ALLOW ? 88 : 65;
    return new ResourceElement(isNegated, choices.listOf(1, 2, _ -> resourcePattern(hit)));
  }

  private String resourcePattern(int hit) {
    String resource = choices.oneOf(theme.resources());
    if (resource.equals("*") || (choices.chance(hit) && choices.chance(25))) {
      return choices.chance(80) ? "*" : "arn:aws:*:*:*:*";
    }
    int last = Math.max(0, resource.lastIndexOf(':') + 1);
    if (!choices.chance(hit)) {
      return choices.oneOf("arn:aws:s3:::c/*", Spoiler.spoiled(resource, ":*?/ak", choices));
    }
    return switch (choices.below(10)) {
      case 0 -> resource;
      case 1, 2, 3 -> Spoiler.widened(resource, last, choices);
      case 4 -> Spoiler.widened(Spoiler.widened(resource, last, choices), 4, choices);
      case 5, 6 -> ConditionMaker.withVariable(resource, last, choices);
      case 7 -> ConditionMaker.withVariable(Spoiler.widened(resource, last, choices), 4, choices);
      case 8 -> shortened(resource);
      default -> Spoiler.turned(resource, choices);
    };
  }

  /// The ARN cut behind one of its fields, with a wildcard in it or at its end.
  private String shortened(String resource) {
    List<String> fields = Fields.split(resource);
    List<String> kept =
        new ArrayList<>(fields.subList(0, Math.min(fields.size(), 2 + choices.below(4))));
    int last = kept.size() - 1;
    if (choices.chance(60)) {
      int at = choices.below(kept.size());
      kept.set(at, choices.oneOf("*", "?", kept.get(at) + "*"));
    }
    if (choices.chance(30)) {
      kept.set(last, "*");
    }
    return String.join(":", kept);
  }

  private List<Condition> conditions(Effect effect) {
    int percent = choices.below(100);
    int most = effect == Effect.ALLOW ? 45 : 60;
    int count = percent >= most ? 0 : percent >= most / 3 ? 1 : percent >= 4 ? 2 : 3;
    List<Condition> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Condition condition = conditions.make();
      if (made.stream().noneMatch(earlier -> isSamePlace(earlier, condition))) {
        made.add(condition);
      }
    }
    // As in a text, where the keys of one operator stand together.
    return made.stream().sorted(Comparator.comparing(Condition::operator)).toList();
  }

  /// Whether the two would be one key under one operator, which a document cannot hold twice.
  private static boolean isSamePlace(Condition a, Condition b) {
    return a.operator().equals(b.operator()) && Facts.small(a.key()).equals(Facts.small(b.key()));
  }
}

package io.claviger.policy.match;

import io.claviger.policy.document.Statement.ResourceElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A compiled `Resource` or `NotResource`.
///
/// AWS rule: IAM User Guide, "IAM JSON policy elements: Resource" and "NotResource".
public final class ResourcePatterns {

  private final boolean isNegated;

  /// Whether the lone `*` is among the patterns. It alone covers actions that have no resource.
  private final boolean hasAsterisk;

  private final List<ArnPattern> arns;

  private ResourcePatterns(boolean isNegated, boolean hasAsterisk, List<ArnPattern> arns) {
    this.isNegated = isNegated;
    this.hasAsterisk = hasAsterisk;
    this.arns = arns;
  }

  public static ResourcePatterns of(ResourceElement element, boolean hasVariables) {
    List<ArnPattern> arns = new ArrayList<>(element.patterns().size());
    boolean hasAsterisk = false;
    for (String pattern : element.patterns()) {
      if (pattern.equals("*")) {
        hasAsterisk = true;
      } else {
        arns.add(ArnPattern.ofResource(pattern, hasVariables));
      }
    }
    return new ResourcePatterns(element.isNegated(), hasAsterisk, arns);
  }

  /// Whether every resource is meant, also that of an action that has none.
  public boolean coversAll() {
    return hasAsterisk && !isNegated;
  }

  /// The patterns one of which must match; empty where it takes more to know.
  public List<ArnPattern> alternatives() {
    return isNegated ? List.of() : arns;
  }

  /// What the variables stand for in a request, as [TextPattern#values] says it.
  public Map<String, Optional<String>> values(ContextValues context) {
    Map<String, Optional<String>> values = new LinkedHashMap<>();
    arns.forEach(arn -> values.putAll(arn.values(context)));
    return values;
  }

  /// Whether the statement is about the resource.
  ///
  /// A variable without a value makes its ARN match nothing. Under `NotResource` the statement
  /// would then cover all the rest, which nobody meant: the answer is [Truth#UNKNOWN].
  public Truth covers(
      String resource, ContextValues context, ShortArns shortArns, Subjects subjects) {
    boolean isUnresolved = false;
    boolean isListed = hasAsterisk;
    for (int i = 0; i < arns.size() && !isListed; i++) {
      switch (arns.get(i).match(resource, context, shortArns, subjects)) {
        case YES -> isListed = true;
        case UNRESOLVED -> isUnresolved = true;
        case NO -> {}
      }
    }
    if (isNegated && isUnresolved && !isListed) {
      return Truth.UNKNOWN;
    }
    return Truth.of(isListed != isNegated);
  }
}

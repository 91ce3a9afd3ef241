package io.claviger.service.iam.lastaccess;

import io.claviger.policy.document.AsciiCase;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.ResourceElement;
import io.claviger.policy.match.ActionPatterns;
import io.claviger.policy.match.Truth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A statement with its actions and resources ready to be matched.
///
/// @param actions how many patterns of actions there are
/// @param namespaces of the services that its patterns of actions name, in lower case
/// @param isOfAnyService whether it may be about actions of services that it does not name
/// @param isNegated whether the resources are those that it is not about
record AccessRule(
    ActionPatterns patterns,
    int actions,
    Set<String> namespaces,
    boolean isOfAnyService,
    boolean isNegated,
    List<ArnRange> resources,
    boolean isEverything) {

  private static final String ANY = "*";
  private static final ResourceElement EVERYTHING = new ResourceElement(false, List.of(ANY));

  static AccessRule of(Statement statement) {
    ActionElement action = statement.action();
    ResourceElement resource = statement.resource().orElse(EVERYTHING);
    boolean isOfAny = action.patterns().contains(ANY);
    return new AccessRule(
        ActionPatterns.of(action),
        action.patterns().size(),
        namespaces(action),
        isOfAny || action.isNegated(),
        resource.isNegated(),
        resource.patterns().stream().map(ArnRange::of).toList(),
        isOfAny
            && !action.isNegated()
            && !resource.isNegated()
            && resource.patterns().contains(ANY));
  }

  private static Set<String> namespaces(ActionElement action) {
    return action.patterns().stream()
        .filter(pattern -> pattern.indexOf(':') >= 0)
        .map(pattern -> AsciiCase.lower(pattern.substring(0, pattern.indexOf(':'))))
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Whether the statement may be about an action of the service; quick to tell.
  boolean mayBeAbout(String namespace) {
    return isOfAnyService || namespaces.contains(namespace);
  }

  /// Whether the statement is about the action; work in proportion to its patterns.
  ///
  /// @param action `service:name`, in lower case
  boolean covers(String action) {
    return patterns.covers(action) == Truth.TRUE;
  }
}

package io.claviger.service.iam.lastaccess;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.ActionElement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.document.Statement.ResourceElement;
import io.claviger.policy.match.ActionPatterns;
import io.claviger.policy.match.Truth;
import io.claviger.reference.Action;
import io.claviger.reference.Service;
import io.claviger.reference.ServiceReference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What policies together may let somebody do: the actions that one of them allows on some resource
/// of a kind that the action has, unless all of that is denied without a condition.
///
/// Conditions of what allows are taken to hold, and denials with conditions not to. So IAM is seen
/// to choose the services of a report.
///
/// Comparing patterns is work in proportion to their lengths. There is an end to it, however many
/// and long the policies are: past that, what cannot be told counts as possible. Used by one
/// thread.
///
/// AWS rule: IAM User Guide, "Refine permissions in AWS using last accessed information", "Things
/// to know about last accessed information".
final class PotentialAccess {

  private static final String ANY = "*";
  private static final int SERVICE_FIELD = 2;

  /// Some seconds of work at most; policies that anybody would write need a hundredth of it.
  private static final long MOST_WORK = 1_000_000_000L;

  private static final ResourceElement EVERYTHING = new ResourceElement(false, List.of(ANY));

  private final List<Rule> allowed;
  private final List<Rule> denied;
  private final ServiceReference reference;
  private long workLeft = MOST_WORK;

  /// A statement with its actions ready to be matched.
  private record Rule(ActionElement action, ActionPatterns patterns, ResourceElement resource) {

    static Rule of(Statement statement) {
      return new Rule(
          statement.action(),
          ActionPatterns.of(statement.action()),
          statement.resource().orElse(EVERYTHING));
    }

    boolean covers(String action) {
      return patterns.covers(action) == Truth.TRUE;
    }

    /// Whether the statement may be about an action of the service; quick to tell.
    boolean mayBeAbout(String namespace) {
      return action.isNegated()
          || action.patterns().stream()
              .anyMatch(pattern ->
                  pattern.equals(ANY)
                      || pattern.regionMatches(
                          true, 0, namespace + ':', 0, namespace.length() + 1));
    }

    boolean isEverything() {
      return !action.isNegated()
          && action.patterns().contains(ANY)
          && !resource.isNegated()
          && resource.patterns().contains(ANY);
    }
  }

  PotentialAccess(List<PolicyDocument> documents, ServiceReference reference) {
    this.allowed =
        statements(documents)
            .filter(statement -> statement.effect() == Effect.ALLOW)
            .map(Rule::of)
            .toList();
    this.denied =
        statements(documents)
            .filter(statement -> statement.effect() == Effect.DENY)
            .filter(statement -> statement.conditions().isEmpty())
            .map(Rule::of)
            .toList();
    this.reference = reference;
  }

  private static Stream<Statement> statements(List<PolicyDocument> documents) {
    return documents.stream().flatMap(document -> document.statements().stream());
  }

  /// The services of which some action may be allowed, by namespace.
  List<String> services() {
    return reference.prefixes().stream().filter(this::reaches).toList();
  }

  private boolean reaches(String namespace) {
    if (allowed.stream().noneMatch(rule -> rule.mayBeAbout(namespace))) {
      return false;
    }
    if (allowed.stream().anyMatch(Rule::isEverything)
        && denied.stream().noneMatch(rule -> rule.mayBeAbout(namespace))) {
      return true;
    }
    Optional<Service> service = reference.service(namespace);
    return service.isPresent()
        && service.get().actions().stream().anyMatch(action -> allows(service.get(), action));
  }

  /// Whether the action may be allowed on some resource.
  boolean allows(Service service, Action action) {
    String name = (service.prefix() + ':' + action.name()).toLowerCase(Locale.ROOT);
    List<ResourceElement> forbidden =
        denied.stream().filter(rule -> rule.covers(name)).map(Rule::resource).toList();
    List<String> kinds = kinds(service, action);
    return allowed.stream()
        .filter(rule -> rule.covers(name))
        .anyMatch(
            rule -> kinds.stream().anyMatch(kind -> leaves(rule.resource(), kind, forbidden)));
  }

  /// The patterns of the ARNs that the action is about; the lone asterisk where it has no resource
  /// type, which only a policy for everything covers.
  private static List<String> kinds(Service service, Action action) {
    List<String> formats =
        action.resources().stream()
            .flatMap(resource -> service.resourceType(resource.type()).stream())
            .map(type -> Globs.withoutVariables(type.arnFormat()))
            .toList();
    return formats.isEmpty() ? List.of(ANY) : formats;
  }

  private boolean leaves(ResourceElement resource, String kind, List<ResourceElement> forbidden) {
    if (resource.isNegated()) {
      return patterns(resource).noneMatch(pattern -> covers(pattern, kind))
          && forbidden.stream().noneMatch(denial -> takesAll(denial, kind));
    }
    return patterns(resource)
        .filter(pattern -> isAbout(pattern, kind))
        .anyMatch(pattern ->
            forbidden.stream()
                .noneMatch(denial -> takesAll(denial, pattern) || takesAll(denial, kind)));
  }

  private boolean isAbout(String pattern, String kind) {
    return kind.equals(ANY) ? pattern.equals(ANY) : intersect(pattern, kind);
  }

  private boolean takesAll(ResourceElement denial, String pattern) {
    return denial.isNegated()
        ? patterns(denial).noneMatch(excepted -> intersect(excepted, pattern))
        : patterns(denial).anyMatch(taken -> covers(taken, pattern));
  }

  private boolean intersect(String one, String other) {
    return !areOfTwoServices(one, other) && (isPastWork(one, other) || Globs.intersect(one, other));
  }

  private boolean covers(String wide, String narrow) {
    return Globs.mayCover(wide, narrow) && !isPastWork(wide, narrow) && Globs.covers(wide, narrow);
  }

  private boolean isPastWork(String one, String other) {
    workLeft -= (one.length() + 1L) * (other.length() + 1L);
    return workLeft < 0;
  }

  /// Whether two patterns of ARNs name two services. Quick to tell, and true of most.
  private static boolean areOfTwoServices(String one, String other) {
    String a = ArnFields.field(one, SERVICE_FIELD);
    String b = ArnFields.field(other, SERVICE_FIELD);
    return !a.isEmpty()
        && !b.isEmpty()
        && !a.equals(b)
        && !ArnFields.hasWildcard(a)
        && !ArnFields.hasWildcard(b);
  }

  private static Stream<String> patterns(ResourceElement resource) {
    return resource.patterns().stream().map(Globs::withoutVariables);
  }
}

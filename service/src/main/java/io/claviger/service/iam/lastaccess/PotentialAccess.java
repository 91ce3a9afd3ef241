package io.claviger.service.iam.lastaccess;

import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
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
/// Looking at patterns is work, and comparing two is work in proportion to their lengths. There is
/// an end to it, however many and long the policies are: past that, what cannot be told counts as
/// possible. Used by one thread.
///
/// AWS rule: IAM User Guide, "Refine permissions in AWS using last accessed information", "Things
/// to know about last accessed information".
final class PotentialAccess {

  /// Some seconds of work at most; policies that anybody would write need a small part.
  static final long MOST_WORK = 1_000_000_000L;

  /// Work to look at one pattern, beside that of a step in the comparison of two.
  static final int LOOK = 5;

  private final List<AccessRule> allowed;
  private final List<AccessRule> denied;
  private final boolean allowsEverything;
  private final ServiceReference reference;
  private final long mostWork;
  private long work;

  PotentialAccess(List<PolicyDocument> documents, ServiceReference reference) {
    this(documents, reference, MOST_WORK);
  }

  PotentialAccess(List<PolicyDocument> documents, ServiceReference reference, long mostWork) {
    this.allowed =
        statements(documents)
            .filter(statement -> statement.effect() == Effect.ALLOW)
            .map(AccessRule::of)
            .toList();
    this.denied =
        statements(documents)
            .filter(statement -> statement.effect() == Effect.DENY)
            .filter(statement -> statement.conditions().isEmpty())
            .map(AccessRule::of)
            .toList();
    this.allowsEverything = allowed.stream().anyMatch(AccessRule::isEverything);
    this.reference = reference;
    this.mostWork = mostWork;
  }

  private static Stream<Statement> statements(List<PolicyDocument> documents) {
    return documents.stream().flatMap(document -> document.statements().stream());
  }

  /// The work so far, and what was about to be done when it ended.
  long work() {
    return work;
  }

  /// The services of which some action may be allowed, by namespace.
  List<String> services() {
    return reference.prefixes().stream().filter(this::reaches).toList();
  }

  private boolean reaches(String namespace) {
    if (allowed.stream().noneMatch(rule -> rule.mayBeAbout(namespace))) {
      return false;
    }
    if (allowsEverything && denied.stream().noneMatch(rule -> rule.mayBeAbout(namespace))) {
      return true;
    }
    Optional<Service> service = reference.service(namespace);
    return service.isPresent()
        && service.get().actions().stream().anyMatch(action -> allows(service.get(), action));
  }

  /// Whether the action may be allowed on some resource.
  boolean allows(Service service, Action action) {
    if (isSpent()) {
      return true;
    }
    String namespace = service.prefix();
    String name = (namespace + ':' + action.name()).toLowerCase(Locale.ROOT);
    List<AccessRule> forbidden =
        denied.stream().filter(rule -> !isSpent() && isAbout(rule, namespace, name)).toList();
    List<ArnRange> kinds = kinds(service, action);
    return allowed.stream()
        .anyMatch(rule ->
            isSpent()
                || (isAbout(rule, namespace, name)
                    && kinds.stream().anyMatch(kind -> leaves(rule, kind, forbidden))));
  }

  private boolean isAbout(AccessRule rule, String namespace, String action) {
    boolean mayBe = rule.mayBeAbout(namespace);
    work += LOOK * (mayBe ? 1L + rule.actions() : 1L);
    return mayBe && rule.covers(action);
  }

  /// The patterns of the ARNs that the action is about; the lone asterisk where it has no resource
  /// type, which only a policy for everything covers.
  private static List<ArnRange> kinds(Service service, Action action) {
    List<ArnRange> formats =
        action.resources().stream()
            .flatMap(resource -> service.resourceType(resource.type()).stream())
            .map(type -> ArnRange.of(type.arnFormat()))
            .toList();
    return formats.isEmpty() ? List.of(ArnRange.ANY) : formats;
  }

  private boolean leaves(AccessRule rule, ArnRange kind, List<AccessRule> forbidden) {
    if (rule.isNegated()) {
      return !coversAny(rule.resources(), kind) && !isTaken(kind, forbidden);
    }
    return rule.resources().stream()
        .filter(pattern -> isAbout(pattern, kind))
        .anyMatch(pattern -> !isTaken(pattern, forbidden) && !isTaken(kind, forbidden));
  }

  private boolean isAbout(ArnRange pattern, ArnRange kind) {
    return kind.equals(ArnRange.ANY)
        ? isPastWork(LOOK) || pattern.equals(ArnRange.ANY)
        : intersect(pattern, kind);
  }

  private boolean isTaken(ArnRange pattern, List<AccessRule> forbidden) {
    for (AccessRule denial : forbidden) {
      if (isPastWork(LOOK)) {
        return false;
      }
      if (takesAll(denial, pattern)) {
        return true;
      }
    }
    return false;
  }

  private boolean takesAll(AccessRule denial, ArnRange pattern) {
    return denial.isNegated()
        ? denial.resources().stream().noneMatch(excepted -> intersect(excepted, pattern))
        : coversAny(denial.resources(), pattern);
  }

  private boolean coversAny(List<ArnRange> wide, ArnRange narrow) {
    for (ArnRange pattern : wide) {
      if (isSpent()) {
        return false;
      }
      if (covers(pattern, narrow)) {
        return true;
      }
    }
    return false;
  }

  private boolean intersect(ArnRange one, ArnRange other) {
    return isPastWork(LOOK)
        || (!one.isOfAnotherServiceThan(other)
            && (isPastWork(comparison(one, other)) || Globs.intersect(one.text(), other.text())));
  }

  private boolean covers(ArnRange wide, ArnRange narrow) {
    return !isPastWork(LOOK)
        && wide.mayCover(narrow)
        && !isPastWork(comparison(wide, narrow))
        && Globs.covers(wide.text(), narrow.text());
  }

  private static long comparison(ArnRange one, ArnRange other) {
    return (one.text().length() + 1L) * (other.text().length() + 1L);
  }

  private boolean isPastWork(long more) {
    work += more;
    return isSpent();
  }

  private boolean isSpent() {
    return work > mostWork;
  }
}

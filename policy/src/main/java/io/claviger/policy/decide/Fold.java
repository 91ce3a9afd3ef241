package io.claviger.policy.decide;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the statements that match add up to. Confined to one decision.
///
/// Every statement that can match is offered, even after a deny, so that what decided is named
/// completely and does not depend on the order of statements.
final class Fold {

  private static final Decision ALLOWED_WITHOUT_STATEMENT = new Decision.Allowed(List.of());

  /// The slots that a matching `Allow` fills.
  private long filled;

  private Grip resourceGrip = Grip.NONE;

  // Of most requests at most one statement decides, so the first needs no list.
  private @Nullable PlacedStatement deny;
  private @Nullable PlacedStatement grant;
  private @Nullable List<PlacedStatement> moreDenies;
  private @Nullable List<PlacedStatement> moreGrants;

  /// Takes a matching statement, once.
  void add(PlacedStatement placed, Grip grip) {
    if (placed.isDeny()) {
      addDeny(placed);
      return;
    }
    filled |= placed.slot();
    if (!placed.onlyLimits()) {
      addGrant(placed);
    }
    if (placed.slot() == Slots.RESOURCE && grip.compareTo(resourceGrip) > 0) {
      resourceGrip = grip;
    }
  }

  private void addDeny(PlacedStatement placed) {
    if (deny == null) {
      deny = placed;
      return;
    }
    if (moreDenies == null) {
      moreDenies = new ArrayList<>(2);
    }
    moreDenies.add(placed);
  }

  private void addGrant(PlacedStatement placed) {
    if (grant == null) {
      grant = placed;
      return;
    }
    if (moreGrants == null) {
      moreGrants = new ArrayList<>(2);
    }
    moreGrants.add(placed);
  }

  /// Takes slots that are filled whatever the resource and the context are.
  void fill(long slots) {
    filled |= slots;
  }

  /// Whether a match of the statement would add nothing: it was taken already, or it only limits
  /// and others do not.
  boolean isIdle(PlacedStatement placed) {
    if (placed.isDeny()) {
      return placed == deny || (moreDenies != null && moreDenies.contains(placed));
    }
    return placed.onlyLimits()
        ? (filled & placed.slot()) != 0
        : placed == grant || (moreGrants != null && moreGrants.contains(placed));
  }

  /// The slots among those given that nothing fills.
  long open(long slots) {
    return slots & ~filled;
  }

  /// How the best of the allowing statements of the resource's policy gets hold of the requester.
  Grip resourceGrip() {
    return resourceGrip;
  }

  /// The explicit denial, naming the first layer that has one; null if no statement denies.
  @Nullable Decision denied() {
    if (deny == null || moreDenies == null) {
      return deny == null ? null : deny.alone();
    }
    List<PlacedStatement> denies = inOrder(deny, moreDenies);
    return new Decision.ExplicitlyDenied(denies.getFirst().layer(), places(denies));
  }

  /// The permission, naming the matching statements of the two layers that can grant.
  Decision allowed() {
    if (grant == null || moreGrants == null) {
      return grant == null ? ALLOWED_WITHOUT_STATEMENT : grant.alone();
    }
    return new Decision.Allowed(places(inOrder(grant, moreGrants)));
  }

  private static List<PlacedStatement> inOrder(PlacedStatement first, List<PlacedStatement> more) {
    List<PlacedStatement> all = new ArrayList<>(more);
    all.add(first);
    all.sort(PlacedStatement.IN_ORDER);
    return all;
  }

  private static List<MatchedStatement> places(List<PlacedStatement> statements) {
    return statements.stream().map(PlacedStatement::place).toList();
  }
}

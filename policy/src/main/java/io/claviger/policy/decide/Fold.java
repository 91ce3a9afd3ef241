package io.claviger.policy.decide;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the statements that match add up to. Confined to one decision.
///
/// Every statement that can match is offered, so that what decided is named completely and does not
/// depend on the order of statements: all denies or, if there is none, all grants.
final class Fold {

  private static final int ROOM = 4;

  /// The slots of layers that have no say over the request.
  private final long exempt;

  /// The slots that a matching `Allow` fills, and those that need none.
  private long filled;

  private Grip resourceGrip = Grip.NONE;

  /// Whether what is deciding are denies. One of them makes all allows void.
  private boolean isDenied;

  // Of most requests one or two statements decide, so these need no array.
  private @Nullable PlacedStatement first;
  private @Nullable PlacedStatement second;

  /// All of them where they are more than two, with null behind the last; else null.
  private @Nullable PlacedStatement @Nullable [] all;

  /// @param exempt the slots of layers that have no say over the request
  Fold(long exempt) {
    this.exempt = exempt;
    this.filled = exempt;
  }

  /// Takes a statement as it matches, once; if it does not, nothing changes.
  void add(PlacedStatement placed, Grip grip) {
    if (grip == Grip.NONE) {
      return;
    }
    if (placed.isDeny()) {
      addDeny(placed);
      return;
    }
    filled |= placed.slot();
    if (!placed.onlyLimits() && !isDenied) {
      addDeciding(placed);
    }
    if (placed.slot() == Slots.RESOURCE && grip.compareTo(resourceGrip) > 0) {
      resourceGrip = grip;
    }
  }

  private void addDeny(PlacedStatement placed) {
    if ((placed.slot() & exempt) != 0) {
      return;
    }
    if (!isDenied) {
      isDenied = true;
      first = null;
      second = null;
      all = null;
    }
    addDeciding(placed);
  }

  private void addDeciding(PlacedStatement placed) {
    if (first == null) {
      first = placed;
    } else if (second == null) {
      second = placed;
    } else {
      addToAll(placed);
    }
  }

  private void addToAll(PlacedStatement placed) {
    @Nullable PlacedStatement[] room = all;
    if (room == null) {
      room = new PlacedStatement[ROOM];
      room[0] = first;
      room[1] = second;
    }
    int count = count(room);
    if (count == room.length) {
      room = Arrays.copyOf(room, 2 * room.length);
    }
    room[count] = placed;
    all = room;
  }

  private static int count(@Nullable PlacedStatement[] room) {
    int count = room.length;
    while (room[count - 1] == null) {
      count--;
    }
    return count;
  }

  /// Takes slots that are filled whatever the resource and the context are.
  void fill(long slots) {
    filled |= slots;
  }

  /// Whether a match of the statement would add nothing: it is an allow where something denies, it
  /// was taken already, or it only limits and others do not.
  boolean isIdle(PlacedStatement placed) {
    if (!placed.isDeny() && isDenied) {
      return true;
    }
    return placed.onlyLimits() ? (filled & placed.slot()) != 0 : isDeciding(placed);
  }

  private boolean isDeciding(PlacedStatement placed) {
    if (placed == first || placed == second || all == null) {
      return placed == first || placed == second;
    }
    for (PlacedStatement other : all) {
      if (placed == other) {
        return true;
      }
    }
    return false;
  }

  /// The slots among those given that nothing fills.
  long open(long slots) {
    return slots & ~filled;
  }

  /// How the best of the allowing statements of the resource's policy gets hold of the requester.
  Grip resourceGrip() {
    return resourceGrip;
  }

  boolean isDenied() {
    return isDenied;
  }

  /// The explicit denial, naming the first layer that has one, if something denies; else the
  /// permission, naming the matching statements of the two layers that can grant.
  Decision decision() {
    if (first == null) {
      return Decision.Allowed.WITHOUT_STATEMENT;
    }
    if (second == null) {
      return first.alone();
    }
    return all == null ? decision(first, second) : decision(all);
  }

  private Decision decision(PlacedStatement one, PlacedStatement other) {
    boolean isInOrder = PlacedStatement.IN_ORDER.compare(one, other) <= 0;
    return isInOrder
        ? decision(one.layer(), List.of(one.place(), other.place()))
        : decision(other.layer(), List.of(other.place(), one.place()));
  }

  private Decision decision(@Nullable PlacedStatement[] room) {
    int count = count(room);
    Arrays.sort(room, 0, count, PlacedStatement.IN_ORDER);
    MatchedStatement[] places = new MatchedStatement[count];
    for (int i = 0; i < count; i++) {
      places[i] = Objects.requireNonNull(room[i]).place();
    }
    return decision(places[0].layer(), List.of(places));
  }

  private Decision decision(Layer layer, List<MatchedStatement> all) {
    return isDenied ? new Decision.ExplicitlyDenied(layer, all) : new Decision.Allowed(all);
  }
}

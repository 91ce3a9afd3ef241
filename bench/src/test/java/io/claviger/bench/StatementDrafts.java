package io.claviger.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Draws the identity-based statements of one principal.
///
/// They come in tens, each the same mixture: one denies, three have conditions, two or more are
/// about S3, one is about a service that the permissions boundary leaves out, and at most one
/// allows reading on all resources, each kind of reading once. Statements on `Resource: "*"` are
/// one in ten up to a hundred statements, and then grow with the square root, since large sets of
/// statements come from enumerating resources; denials of every action double their distance.
///
/// Of the other resources 45 % are literal to the end, 30 % end in `/*` or `-*`, 8 % are
/// `*-suffix`, 7 % hold a policy variable, 6 % have `*` for the region, 4 % a `*` inside the name.
/// Of the action lists 35 % have one action, 37 % two to four, 18 % are `s3:Get*`, 8 % `s3:*`, 2 %
/// `*`.
final class StatementDrafts {

  private static final ResourceType OBJECTS = ResourceType.ALL.getFirst();
  private static final int BLOCK = 10;
  private static final List<String> READING =
      List.of("Get", "List", "Describe", "Query", "Scan", "Batch", "Publish", "Start");

  private final Draws draws;
  private final ResourcePool pool;
  private final String variable;
  private final Set<String> broadVerbs = new HashSet<>();

  StatementDrafts(Draws draws, ResourcePool pool, Principal principal) {
    this.draws = draws;
    this.pool = pool;
    this.variable = "${" + principal.variable() + "}";
  }

  /// @param count a multiple of ten
  List<StatementDraft> draw(int count) {
    int blocks = count / BLOCK;
    int broad = (int) Math.min(blocks, Math.round(3 * Math.sqrt(count)));
    List<StatementDraft> drawn = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      boolean isBroad = (block + 1) * broad / blocks > block * broad / blocks;
      drawn.addAll(block(block, isBroad));
    }
    draws.shuffle(drawn);
    return drawn;
  }

  private List<StatementDraft> block(int number, boolean isBroad) {
    StatementDraft deny = deny(number, isBroad);
    boolean hasGuard = !deny.conditions().isEmpty();
    return List.of(
        isBroad ? broadAllow().orElseGet(() -> ordinary(type())) : ordinary(type()),
        narrowed(ordinary(type())),
        allow(OBJECTS, actions(OBJECTS), List.of(objectsWithPolicy())),
        deny,
        ordinary(type()),
        ordinary(type()),
        narrowed(ordinary(type())),
        ordinary(type()),
        hasGuard ? ordinary(type()) : narrowed(ordinary(type())),
        ordinary(draws.pick(ResourceType.unbounded())));
  }

  private ResourceType type() {
    return draws.chance(0.2)
        ? ResourceType.ALL.get(draws.below(2))
        : draws.pick(ResourceType.bounded());
  }

  private StatementDraft ordinary(ResourceType type) {
    int count = draws.chance(0.6) ? 1 : draws.chance(0.6) ? 2 : 3 + draws.below(2);
    List<String> resources = Stream.generate(() -> resource(type)).limit(count).distinct().toList();
    return allow(type, actions(type), resources);
  }

  /// Empty if the one that is drawn is there already: nobody writes it twice.
  private Optional<StatementDraft> broadAllow() {
    ResourceType type = type();
    String action = draws.pick(type.actions());
    while (!isReading(action)) {
      action = draws.pick(type.actions());
    }
    return broadVerbs.add(verb(action))
        ? Optional.of(allow(type, List.of(verb(action)), List.of(StatementDraft.ANY)))
        : Optional.empty();
  }

  private static boolean isReading(String action) {
    return READING.stream().anyMatch(verb -> action.contains(":" + verb));
  }

  private static StatementDraft allow(
      ResourceType type, List<String> actions, List<String> resources) {
    return new StatementDraft(false, type, false, actions, false, resources, List.of());
  }

  /// In turn: of some resources; of some under a condition; of all resources under one.
  private StatementDraft deny(int block, boolean isBroad) {
    if (isBroad && Integer.bitCount(block + 1) == 1 && block > 0) {
      return denyNearlyAll();
    }
    if (isBroad && block % 3 == 2) {
      return denyBroadly();
    }
    StatementDraft drawn = ordinary(type());
    StatementDraft plain =
        new StatementDraft(
            true, drawn.type(), false, drawn.actions(), false, drawn.resources(), List.of());
    return block % 3 == 1 ? narrowed(plain) : plain;
  }

  private StatementDraft denyNearlyAll() {
    boolean isNotAction = draws.chance(0.5);
    List<String> actions = isNotAction ? List.of("iam:*", "sts:*", "s3:List*") : List.of("*");
    return guarded(ResourceType.ALL.getFirst(), isNotAction, actions, false, StatementDraft.ANY);
  }

  private StatementDraft denyBroadly() {
    ResourceType type = type();
    List<String> actions = List.of(verb(draws.pick(type.actions())));
    return draws.chance(0.3)
        ? guarded(type, false, actions, true, resource(type))
        : guarded(type, false, actions, false, StatementDraft.ANY);
  }

  private StatementDraft guarded(
      ResourceType type,
      boolean isNotAction,
      List<String> actions,
      boolean isNotResource,
      String resource) {
    return new StatementDraft(
        true,
        type,
        isNotAction,
        actions,
        isNotResource,
        List.of(resource),
        List.of(ConditionDrafts.guarding(draws)));
  }

  /// With one condition, or in one case of five with two.
  private StatementDraft narrowed(StatementDraft plain) {
    List<ConditionDraft> conditions = new ArrayList<>(List.of(ConditionDrafts.narrowing(draws)));
    if (draws.chance(0.2)) {
      ConditionDraft second = ConditionDrafts.narrowing(draws);
      if (!second.key().equals(conditions.getFirst().key())
          && !second.operator().equals(conditions.getFirst().operator())) {
        conditions.add(second);
      }
    }
    return new StatementDraft(
        plain.isDeny(), plain.type(), false, plain.actions(), false, plain.resources(), conditions);
  }

  private List<String> actions(ResourceType type) {
    int share = draws.below(100);
    if (share < 35) {
      return List.of(draws.pick(type.actions()));
    }
    if (share < 72) {
      return draws.some(type.actions(), 2 + draws.below(3));
    }
    if (share < 90) {
      return List.of(verb(draws.pick(type.actions())));
    }
    return List.of(share < 98 ? type.service() + ":*" : StatementDraft.ANY);
  }

  /// All actions that begin with the action's verb: `s3:Get*`.
  private static String verb(String action) {
    int end = action.indexOf(':') + 2;
    while (end < action.length() && Character.isLowerCase(action.charAt(end))) {
      end++;
    }
    return action.substring(0, end) + '*';
  }

  private String objectsWithPolicy() {
    ResourcePool.Named bucket = pool.pickWithPolicy(OBJECTS);
    return OBJECTS.fill(bucket.region(), bucket.name(), Names.folder(draws) + "/*");
  }

  private String resource(ResourceType type) {
    ResourcePool.Named one = pool.pick(type);
    int share = draws.below(100);
    if (share < 45) {
      return type.fill(one.region(), one.name(), path("app-" + draws.below(50) + ".json"));
    }
    if (share < 75) {
      return prefix(type, one);
    }
    if (share < 83) {
      return type.hasPath()
          ? type.fill(one.region(), one.name(), "*-" + draws.below(500) + ".json")
          : type.fill(one.region(), '*' + end(one.name()), "");
    }
    if (share < 90) {
      return type.hasPath()
          ? type.fill(one.region(), one.name(), "home/" + variable + "/*")
          : type.fill(one.region(), variable + end(one.name()), "");
    }
    if (share < 96) {
      return type.fill("*", one.name(), path("*"));
    }
    String team = one.name().substring(0, one.name().indexOf('-'));
    return type.fill(one.region(), team + "-*" + end(one.name()), path("latest"));
  }

  private String prefix(ResourceType type, ResourcePool.Named one) {
    if (type.hasPath()) {
      return type.fill(one.region(), one.name(), draws.chance(0.7) ? path("*") : "*");
    }
    return type.fill(one.region(), one.name().substring(0, lastDash(one.name()) + 1) + '*', "");
  }

  private String path(String leaf) {
    return Names.folder(draws) + '/' + leaf;
  }

  private static String end(String name) {
    return name.substring(lastDash(name));
  }

  private static int lastDash(String name) {
    return name.lastIndexOf('-');
  }
}

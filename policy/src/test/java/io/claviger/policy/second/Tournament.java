package io.claviger.policy.second;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.testkit.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Many duels, on as many threads as there are processors. One seed makes one world, of which
/// several requests are asked.
final class Tournament {

  static final String SEED_PROPERTY = "claviger.seed";
  private static final long SEED = 20_260_101;
  private static final int CONTEXTS_PER_WORLD = 6;
  private static final int REQUESTS_PER_CONTEXT = 4;
  private static final int CASES_PER_WORLD = CONTEXTS_PER_WORLD * REQUESTS_PER_CONTEXT;

  /// A word is said after as many worlds.
  private static final long WORLDS_PER_WORD = 10_000_000 / CASES_PER_WORLD;

  private static final int MAX_DIFFERENCES = Integer.getInteger("claviger.differences", 1);

  private final long seed = Long.getLong(SEED_PROPERTY, SEED);
  private final long worlds;
  private final AtomicLong next = new AtomicLong();

  /// Guarded by itself.
  private final List<String> differences = new ArrayList<>();

  /// Guarded by itself.
  private final Coverage coverage = new Coverage();

  Tournament(long cases) {
    this.worlds = Math.ceilDiv(cases, CASES_PER_WORLD);
  }

  /// Decides all cases, or until there is a difference.
  void run() {
    long start = System.nanoTime();
    System.out.printf("Cases from -D%s=%d on%n", SEED_PROPERTY, seed);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      threads.add(Thread.ofPlatform().name("duel-" + i).start(this::play));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%,d cases in %.0f s%n", CASES_PER_WORLD * Math.min(next.get(), worlds), seconds);
  }

  /// Each with its case as a line of JSON.
  List<String> differences() {
    return differences;
  }

  Coverage coverage() {
    return coverage;
  }

  private void play() {
    Coverage mine = new Coverage();
    try {
      for (long world = next.getAndIncrement();
          world < worlds && isGoingOn();
          world = next.getAndIncrement()) {
        play(seed + world, mine);
        if ((world + 1) % WORLDS_PER_WORD == 0) {
          System.out.printf("%,d cases agree%n", (world + 1) * CASES_PER_WORLD);
        }
      }
    } catch (RuntimeException | Error e) {
      add("a thread ended with " + e);
      throw e;
    } finally {
      synchronized (coverage) {
        coverage.add(mine);
      }
    }
  }

  private boolean isGoingOn() {
    synchronized (differences) {
      return differences.size() < MAX_DIFFERENCES;
    }
  }

  private void play(long worldSeed, Coverage mine) {
    WorldMaker maker = new WorldMaker(new Choices(worldSeed));
    World world = maker.world();
    World sibling = maker.sibling(world);
    AppliedPolicies policies = world.applied();
    AppliedPolicies ofSibling = sibling.applied(policies);
    int asked = 0;
    for (AccessRequest request : maker.requests(CONTEXTS_PER_WORLD, REQUESTS_PER_CONTEXT)) {
      boolean isSibling = asked++ % 4 == 3;
      Shrinker.Case one = new Shrinker.Case(isSibling ? sibling : world, request);
      try {
        Duel duel = Duel.of(isSibling ? ofSibling : policies, request, mine);
        mine.decided(one.world().requester(), duel.second());
        if (duel.difference().isPresent()) {
          report(worldSeed, one, duel.difference().get());
          return;
        }
      } catch (RuntimeException | StackOverflowError e) {
        add(worldSeed + ": " + e + " " + CasePrinter.of("thrown", one.world(), request));
        return;
      }
    }
  }

  private void report(long worldSeed, Shrinker.Case failing, String found) {
    Shrinker.Case small = Shrinker.shrunk(failing, one -> !difference(one).isEmpty());
    String difference = difference(small);
    add(
        "with -D%s=%d: %s%n%s"
            .formatted(
                SEED_PROPERTY,
                worldSeed,
                difference.isEmpty() ? "only after other requests: " + found : difference,
                CasePrinter.of("seed " + worldSeed, small.world(), small.request())));
  }

  private static String difference(Shrinker.Case one) {
    return Duel.of(one.world().applied(), one.request(), Watcher.NONE).difference().orElse("");
  }

  private void add(String difference) {
    synchronized (differences) {
      differences.add(difference);
    }
  }
}

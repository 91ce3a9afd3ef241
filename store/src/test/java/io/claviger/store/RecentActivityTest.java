package io.claviger.store;

import static io.claviger.store.Samples.NOW;
import static io.claviger.store.Samples.ONE;
import static io.claviger.store.Samples.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.account.Activity;
import io.claviger.account.Activity.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is forgotten of accounts in which more is tried than is kept.
class RecentActivityTest {

  private final Writer writer = new Writer(new MemoryJournal());
  private final RecentActivity activity = new RecentActivity(writer, 3, List.of());

  @BeforeEach
  void start() {
    writer.start();
  }

  @AfterEach
  void stop() {
    writer.close();
  }

  private static Activity.Use use(int second) {
    return new Activity.Use(NOW.plusSeconds(second), "iam", "");
  }

  private void tried(String principal, String action, int second) {
    activity.record(ONE, Kind.ACTION, Activity.actionId(principal, action), use(second));
  }

  @Test
  void oldestActionsOfTooManyAreForgotten() {
    tried("AIDA1", "iam:A", 1);
    tried("AIDA1", "iam:B", 5);
    tried("AIDA2", "iam:A", 2);
    tried("AIDA2", "iam:C", 4);
    tried("AIDA3", "iam:A", 3);
    activity.record(ONE, Kind.ACCESS_KEY, "AKIA1", use(0));
    activity.record(TWO, Kind.ACTION, Activity.actionId("AIDA1", "iam:A"), use(0));
    activity.sweep(NOW);
    assertEquals(Map.of("iam:B", use(5)), activity.actionsOf(ONE, "AIDA1"));
    assertEquals(Map.of("iam:C", use(4)), activity.actionsOf(ONE, "AIDA2"));
    assertEquals(Map.of("iam:A", use(3)), activity.actionsOf(ONE, "AIDA3"));
    assertEquals(use(0), activity.lastUse(ONE, Kind.ACCESS_KEY, "AKIA1").orElseThrow());
    assertEquals(Set.of("iam:A"), activity.actionsOf(TWO, "AIDA1").keySet());
  }

  @Test
  void asManyAsAreKeptAreKept() {
    tried("AIDA1", "iam:A", 1);
    tried("AIDA1", "iam:B", 2);
    tried("AIDA2", "iam:A", 3);
    activity.sweep(NOW);
    assertEquals(2, activity.actionsOf(ONE, "AIDA1").size());
    assertEquals(1, activity.actionsOf(ONE, "AIDA2").size());
  }

  @Test
  void actionThatIsTriedAgainIsKnownAgain() {
    tried("AIDA1", "iam:A", -1);
    activity.sweep(NOW);
    assertEquals(Map.of(), activity.actionsOf(ONE, "AIDA1"));
    tried("AIDA1", "iam:A", 1);
    assertEquals(Map.of("iam:A", use(1)), activity.actionsOf(ONE, "AIDA1"));
  }
}

package io.claviger.service.iam.lastaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.account.AccessReport;
import io.claviger.account.Change;
import io.claviger.account.PackedText;
import io.claviger.service.InMemoryIam;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whose reports go when there are too many.
class AccessReportsTest {

  private final InMemoryIam iam = new InMemoryIam();
  private int made;

  private void keep(int count, String owner) {
    Change change = Change.NONE;
    for (int i = 0; i < count; i++) {
      change =
          change.andPut(
              new AccessReport(
                  "r%04d".formatted(made++), owner, iam.now(), false, PackedText.of("x")));
    }
    iam.change(InMemoryIam.ACCOUNT, change);
  }

  private List<String> forgottenFor(String owner) {
    return AccessReports.toForget(iam.account(), owner, iam.now()).stream()
        .map(AccessReport::id)
        .toList();
  }

  @Test
  void whoAsksForManyLosesTheOldestOfTheirOwn() {
    keep(1, "AIDABOB");
    keep(100, "AIDAEVE");
    assertEquals(List.of("r0001"), forgottenFor("AIDAEVE"));
    assertEquals(List.of(), forgottenFor("AIDABOB"));
  }

  @Test
  void sessionsOfOneRoleCountTogether() {
    keep(1, "AIDABOB");
    for (int i = 0; i < 100; i++) {
      keep(1, "AROAEVE:ASIA" + i);
    }
    assertEquals(List.of("r0001"), forgottenFor("AROAEVE:ASIANEW"));
    assertEquals(List.of(), forgottenFor("AROAOTHER:ASIA1"));
  }

  @Test
  void fullAccountForgetsOfWhomThereAreMost() {
    keep(1, "AIDABOB");
    for (String owner : List.of("AROA1:A", "AROA2:A", "AROA3:A")) {
      keep(99, owner);
    }
    keep(100, "AROA4:A");
    assertEquals(397 + 1, iam.account().accessReports().size());
    assertEquals(List.of(), forgottenFor("AIDANEW"));
    keep(2, "AIDAANN");
    assertEquals(List.of("r0298"), forgottenFor("AIDANEW"));
    assertEquals(List.of("r0298"), forgottenFor("AIDABOB"));
  }
}

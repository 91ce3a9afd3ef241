package io.claviger.service.iam.mfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.access.Caller;
import io.claviger.account.Activity;
import io.claviger.account.Ids;
import io.claviger.account.MfaDevice;
import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.service.Call;
import io.claviger.service.Marks;
import io.claviger.wire.ServiceError;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Codes are checked before the head is held: what they were checked against must still be so.
class CheckedCodesTest {

  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final MfaDevice device = new MfaDevice("/", "phone", NOW, Tags.NONE, null, null);

  private final Call call =
      new Call(
          new Caller.Root(new AccountId("111122223333"), "AKIAROOT", null),
          "request",
          NOW,
          "us-east-1",
          new NoActivity(),
          (_, _) -> Optional.empty(),
          new Marks(new HashSet<>()),
          new Ids(new Random(1)),
          null);

  private record NoActivity() implements Activity {
    @Override
    public void record(AccountId account, Kind kind, String id, Use use) {}

    @Override
    public Optional<Use> lastUse(AccountId account, Kind kind, String id) {
      return Optional.empty();
    }

    @Override
    public Map<String, Use> actionsOf(AccountId account, String principalId) {
      return Map.of();
    }
  }

  private void assertRefused(Call refused, MfaDevice now) {
    ServiceError error = assertThrows(ServiceError.class, () -> CheckedCodes.require(now, refused));
    assertEquals("InvalidAuthenticationCode", error.code());
  }

  @Test
  void goodCodesPassForTheDeviceAsItWas() {
    Call checked = call.withPrepared(new CheckedCodes(device, 3));
    assertEquals(3, CheckedCodes.require(device, checked));
  }

  @Test
  void codesOfADeviceThatWasMadeAnewInBetweenDoNot() {
    Call checked = call.withPrepared(new CheckedCodes(device, 3));
    assertRefused(checked, new MfaDevice("/", "phone", NOW.plusSeconds(1), Tags.NONE, null, null));
  }

  @Test
  void wrongCodesAndNoneDoNot() {
    assertRefused(call.withPrepared(new CheckedCodes(device, null)), device);
    assertRefused(call, device);
  }
}

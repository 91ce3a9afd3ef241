package io.claviger.access;

import static io.claviger.access.Samples.ACCOUNT;
import static io.claviger.access.Samples.NOW;
import static io.claviger.access.Samples.OTHER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Base32;
import io.claviger.account.MfaDevice;
import io.claviger.account.SecretName;
import io.claviger.account.Tags;
import io.claviger.account.UsedOnce;
import io.claviger.base.AccountId;
import java.time.Instant;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MfaCodesTest {

  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  private final TestSecrets secrets = new TestSecrets();
  private final TestMarks marks = new TestMarks();
  private final MfaCodes codes = new MfaCodes(secrets, marks);
  private final MfaDevice device = new MfaDevice("/", "phone", NOW, Tags.NONE, "AIDA1", NOW);

  MfaCodesTest() {
    secrets.put(ACCOUNT, SecretName.Kind.MFA_SEED, "/phone", SEED);
    secrets.put(ACCOUNT, SecretName.Kind.MFA_SEED, "/x/phone", SEED);
    secrets.put(OTHER, SecretName.Kind.MFA_SEED, "/phone", SEED);
  }

  private static String codeAt(Instant when) {
    return Totp.code(Base32.decode(SEED).orElseThrow(), Totp.step(when));
  }

  private static String codeAt(long stepsFromNow) {
    return codeAt(NOW.plusSeconds(stepsFromNow * Totp.STEP_SECONDS));
  }

  @ParameterizedTest
  @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
  void codeOfTheStepBeforeAndAfterIsGood(long steps, boolean isGood) {
    assertEquals(isGood, codes.verify(ACCOUNT, device, codeAt(steps), NOW));
  }

  @Test
  void Abuse_101_codeIsGoodOnce() {
    assertTrue(codes.verify(ACCOUNT, device, codeAt(0), NOW));
    assertFalse(codes.verify(ACCOUNT, device, codeAt(0), NOW));
    assertFalse(codes.verify(ACCOUNT, device, codeAt(0), NOW.plusSeconds(30)));
    assertTrue(codes.verify(ACCOUNT, device, codeAt(1), NOW.plusSeconds(30)), "the next one is");
  }

  @Test
  void Abuse_101_codeIsGoodOnceThoughTwoHundredAskAtOnce() throws Exception {
    Callable<Boolean> ask = () -> codes.verify(ACCOUNT, device, codeAt(0), NOW);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(Collections.nCopies(200, ask));
      assertEquals(1, answers.stream().filter(MfaCodesTest::isTrue).count());
    }
  }

  private static boolean isTrue(Future<Boolean> answer) {
    try {
      return answer.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  private boolean wrong(int guess, Instant when) {
    String code = "%06d".formatted((Integer.parseInt(codeAt(when)) + 7 + guess) % 1_000_000);
    return codes.verify(ACCOUNT, device, code, when);
  }

  @Test
  void Abuse_102_afterFiveWrongCodesRightOnesAreWrong() {
    for (int i = 0; i < 5; i++) {
      assertFalse(wrong(i, NOW));
    }
    assertFalse(codes.verify(ACCOUNT, device, codeAt(0), NOW));
    assertTrue(codes.verifyConsecutive(ACCOUNT, device, codeAt(-1), codeAt(0), NOW).isEmpty());
    Instant next = NOW.plusSeconds(900);
    assertTrue(codes.verify(ACCOUNT, device, codeAt(next), next), "in the next quarter");
  }

  @Test
  void Abuse_102_otherDevicesAreNotHeldUp() {
    for (int i = 0; i < 5; i++) {
      assertFalse(wrong(i, NOW));
    }
    MfaDevice elsewhere = new MfaDevice("/x/", "phone", NOW, Tags.NONE, "AIDA1", NOW);
    assertTrue(codes.verify(ACCOUNT, elsewhere, codeAt(0), NOW));
    assertTrue(codes.verify(OTHER, device, codeAt(0), NOW));
  }

  @Test
  void Abuse_102_whoMistypesFourTimesGetsInAndMayMistypeAgain() {
    for (int i = 0; i < 4; i++) {
      assertFalse(wrong(i, NOW));
    }
    assertTrue(codes.verify(ACCOUNT, device, codeAt(0), NOW));
    assertTrue(codes.verify(ACCOUNT, device, codeAt(1), NOW));
    assertFalse(wrong(4, NOW));
    assertFalse(codes.verify(ACCOUNT, device, codeAt(-1), NOW), "that was the fifth");
  }

  @Test
  void Abuse_102_manyGuessesAtOnceAreNoMore() throws Exception {
    AtomicInteger looked = new AtomicInteger();
    MfaCodes counting =
        new MfaCodes(
            secrets,
            new UsedOnce() {
              @Override
              public boolean claim(AccountId account, String purpose, String mark, Instant until) {
                boolean isFirst = marks.claim(account, purpose, mark, until);
                looked.addAndGet(isFirst ? 1 : 0);
                return isFirst;
              }

              @Override
              public void release(AccountId account, String purpose, String mark) {
                marks.release(account, purpose, mark);
              }
            });
    Callable<Boolean> ask = () -> counting.verify(ACCOUNT, device, "000000", NOW);
    assertNotEquals("000000", codeAt(0));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Collections.nCopies(1_000, ask));
    }
    assertEquals(5, looked.get());
  }

  @Test
  void markIsKeptAsLongAsTheCodeWouldBeGood() {
    assertTrue(codes.verify(ACCOUNT, device, codeAt(1), NOW));
    Instant until = marks.marks.values().iterator().next();
    Instant lastGood = NOW.plusSeconds(3 * Totp.STEP_SECONDS - 1);
    assertTrue(until.isAfter(lastGood), until.toString());
  }

  @Test
  void devicesAndAccountsDoNotShareMarks() {
    MfaDevice elsewhere = new MfaDevice("/x/", "phone", NOW, Tags.NONE, "AIDA1", NOW);
    assertTrue(codes.verify(ACCOUNT, device, codeAt(0), NOW));
    assertTrue(codes.verify(ACCOUNT, elsewhere, codeAt(0), NOW));
    assertTrue(codes.verify(OTHER, device, codeAt(0), NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "0", "\u0660"})
  void Abuse_101_spacesZerosAndOtherDigitsAroundTheCodeAreRefused(String extra) {
    assertFalse(codes.verify(ACCOUNT, device, extra + codeAt(0), NOW));
    assertFalse(codes.verify(ACCOUNT, device, codeAt(0) + extra, NOW));
    assertTrue(marks.marks.isEmpty());
  }

  @Test
  void wrongCodeUsesNothingUp() {
    String right = codeAt(0);
    String wrong = right.startsWith("9") ? "0" + right.substring(1) : "9" + right.substring(1);
    assertFalse(codes.verify(ACCOUNT, device, wrong, NOW));
    assertTrue(codes.verify(ACCOUNT, device, right, NOW));
  }

  @Test
  void deviceWithoutSeedIsRefused() {
    MfaDevice unknown = new MfaDevice("/", "lost", NOW, Tags.NONE, "AIDA1", NOW);
    assertFalse(codes.verify(ACCOUNT, unknown, codeAt(0), NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0",
    "0, 1, 0",
    "-2, -1, 0",
    "1, 2, 2",
    "-3, -2, -2",
    "19, 20, 20",
    "-21, -20, -20",
    "20, 21,",
    "-22, -21,",
    "0, 0,",
    "1, 0,",
    "-1, 1,"
  })
  void twoCodesInARowTellHowFarTheClockIsOff(long first, long second, @Nullable Integer drift) {
    assertEquals(
        drift == null ? OptionalInt.empty() : OptionalInt.of(drift),
        codes.verifyConsecutive(ACCOUNT, device, codeAt(first), codeAt(second), NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 5, false",
    "7, 6, true",
    "7, 7, true",
    "7, 8, true",
    "7, 9, false",
    "7, 0, false",
    "-20, -20, true"
  })
  void codesOfAClockThatIsOffAreGoodAboutItsOwnTime(int drift, long shown, boolean isGood) {
    assertEquals(isGood, codes.verify(ACCOUNT, device.withDrift(drift), codeAt(shown), NOW));
  }

  /// The mark of a code that was used outlives the code, for a clock that is behind too.
  @Test
  void Abuse_101_codeOfAClockThatIsBehindIsGoodOnce() {
    MfaDevice behind = device.withDrift(-20);
    assertTrue(codes.verify(ACCOUNT, behind, codeAt(-19), NOW));
    for (int seconds = 0; seconds <= 120; seconds += 15) {
      Instant later = NOW.plusSeconds(seconds);
      marks.forget(later);
      assertFalse(codes.verify(ACCOUNT, behind, codeAt(-19), later), later::toString);
    }
  }

  @Test
  void Abuse_101_codesThatEnabledADeviceDoNotSignIn() {
    assertTrue(codes.verifyConsecutive(ACCOUNT, device, codeAt(-1), codeAt(0), NOW).isPresent());
    assertFalse(codes.verify(ACCOUNT, device, codeAt(0), NOW));
    assertFalse(codes.verify(ACCOUNT, device, codeAt(-1), NOW));
    assertTrue(codes.verifyConsecutive(ACCOUNT, device, codeAt(-1), codeAt(0), NOW).isEmpty());
    assertTrue(codes.verify(ACCOUNT, device, codeAt(1), NOW));
  }
}

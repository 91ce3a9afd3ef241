package io.claviger.access;

import static io.claviger.access.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Ids;
import io.claviger.account.Packed;
import io.claviger.account.Tags;
import io.claviger.base.Arn;
import io.claviger.base.SecretText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTokensTest {

  private final TestRing ring = new TestRing();
  private final SessionTokens tokens = new SessionTokens(ring);
  private final Ids ids = Samples.ids(1);

  private OpenedToken open(String token) {
    return tokens.open(SecretText.of(token), NOW);
  }

  @ParameterizedTest
  @EnumSource(Session.Kind.class)
  void issuedTokenGivesItsSessionBack(Session.Kind kind) {
    Session session = Samples.bareSession(kind);
    Credentials made = tokens.issue(session, ids);
    assertEquals(
        new OpenedToken.Valid(made.accessKeyId(), made.secretAccessKey(), session),
        tokens.open(made.sessionToken(), NOW));
    assertEquals(session.expiresAt(), made.expires());
    assertTrue(made.accessKeyId().startsWith("ASIA"));
    assertEquals(Samples.ACCOUNT, Ids.accountOf(made.accessKeyId()).orElseThrow());
  }

  @Test
  void federatedSessionComesBackWhole() {
    SecretText token = tokens.issue(Samples.federatedSession(), ids).sessionToken();
    assertEquals(
        Samples.federatedSession(),
        assertInstanceOf(OpenedToken.Valid.class, tokens.open(token, Samples.NOW)).session());
  }

  @Test
  void everyFieldOfASessionSurvives() {
    Credentials made = tokens.issue(Samples.fullSession(), ids);
    OpenedToken.Valid valid =
        assertInstanceOf(OpenedToken.Valid.class, tokens.open(made.sessionToken(), NOW));
    assertEquals(Samples.fullSession(), valid.session());
  }

  @Test
  void formOfVersionOneIsAsItWas() throws IOException {
    byte[] form =
        TokenForm.write(
            "ASIAEXAMPLE000000001", SecretText.of("example/secret"), Samples.fullSession());
    assertEquals(golden("session-token-v1.hex"), HexFormat.of().formatHex(form));
  }

  @Test
  void tokenOfVersionOneStillOpens() throws IOException {
    OpenedToken.Valid valid =
        assertInstanceOf(OpenedToken.Valid.class, open(golden("session-token-v1.txt")));
    assertEquals("ASIAEXAMPLE000000001", valid.accessKeyId());
    assertEquals(SecretText.of("example/secret"), valid.secretAccessKey());
    assertEquals(Samples.fullSession(), valid.session());
  }

  /// Lines of hexadecimal digits with comments behind `#`, or one line of text.
  private static String golden(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SessionTokensTest.class.getResourceAsStream(name))) {
      StringBuilder result = new StringBuilder();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .forEach(result::append);
      return result.toString();
    }
  }

  @Test
  void sessionEndsOnItsLastSecond() {
    Session session = Samples.bareSession(Session.Kind.ASSUMED_ROLE);
    SecretText token = tokens.issue(session, ids).sessionToken();
    assertInstanceOf(
        OpenedToken.Valid.class, tokens.open(token, session.expiresAt().minusSeconds(1)));
    assertEquals(new OpenedToken.Expired(), tokens.open(token, session.expiresAt()));
  }

  @Test
  void retiredKeyStillOpensUntilItIsGone() {
    SecretText token = tokens.issue(Samples.fullSession(), ids).sessionToken();
    ring.rotate();
    assertInstanceOf(OpenedToken.Valid.class, tokens.open(token, NOW));
    ring.forget(1);
    assertEquals(new OpenedToken.Invalid(), tokens.open(token, NOW));
  }

  @Test
  void Abuse_066_everyFlippedBitIsRefused() {
    String token = tokens.issue(Samples.fullSession(), ids).sessionToken().reveal();
    assertInstanceOf(OpenedToken.Valid.class, open(token));
    byte[] text = token.getBytes(StandardCharsets.ISO_8859_1);
    for (int bit = 0; bit < text.length * 8; bit++) {
      byte[] flipped = text.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertEquals(
          new OpenedToken.Invalid(),
          open(new String(flipped, StandardCharsets.ISO_8859_1)),
          "bit " + bit);
    }
  }

  @Test
  void Abuse_066_everyFlippedBitOfTheSealedBytesIsRefused() {
    String token = tokens.issue(Samples.fullSession(), ids).sessionToken().reveal();
    byte[] sealed = Base64.getDecoder().decode(token);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = sealed.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertEquals(
          new OpenedToken.Invalid(),
          open(Base64.getEncoder().encodeToString(flipped)),
          "bit " + bit);
    }
  }

  @Test
  void Abuse_066_truncatedExtendedAndReorderedTokensAreRefused() {
    String token = tokens.issue(Samples.fullSession(), ids).sessionToken().reveal();
    for (int length = 0; length < token.length(); length++) {
      assertEquals(new OpenedToken.Invalid(), open(token.substring(0, length)), "to " + length);
      assertEquals(new OpenedToken.Invalid(), open(token.substring(length + 1)), "from " + length);
    }
    String swapped = token.substring(40) + token.substring(0, 40);
    String[] changed = {
      token + "A", token + "AAAA", token + token, token + "=", " " + token, token + "\n", swapped
    };
    for (String text : changed) {
      assertEquals(new OpenedToken.Invalid(), open(text));
    }
  }

  @Test
  void Abuse_066_garbageIsRefused() {
    long seed = System.nanoTime();
    RandomGenerator random = new SplittableRandom(seed);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(600)];
      random.nextBytes(bytes);
      // The version and key id of a real token, so that the seal itself is asked.
      byte[] header = {1, 0, 0, 0, 1};
      System.arraycopy(header, 0, bytes, 0, Math.min(header.length, bytes.length));
      String text = Base64.getEncoder().encodeToString(bytes);
      assertEquals(new OpenedToken.Invalid(), open(text), "seed " + seed);
    }
    assertEquals(new OpenedToken.Invalid(), open("A".repeat(1 << 20)));
    assertEquals(new OpenedToken.Invalid(), open("\u0000ſ€"));
  }

  @Test
  void Abuse_066_tokenOfAnotherInstallationIsRefused() {
    TestRing foreign = new TestRing();
    foreign.rotate();
    foreign.forget(1);
    String token =
        new SessionTokens(foreign).issue(Samples.fullSession(), ids).sessionToken().reveal();
    ring.rotate();
    assertInstanceOf(OpenedToken.Valid.class, open(token), "same key, so the twin opens");
    SessionTokens elsewhere = new SessionTokens(new TestRing());
    assertEquals(new OpenedToken.Invalid(), elsewhere.open(SecretText.of(token), NOW));
  }

  @Test
  void Abuse_067_whatIsSealedForAnotherPurposeIsNoSessionToken() {
    byte[] form =
        Packed.RAW.pack(
            TokenForm.write("ASIAEXAMPLE000000001", SecretText.of("s"), Samples.fullSession()));
    byte[] right = new Seal(ring, "claviger session token").close(form, "", ids);
    assertInstanceOf(OpenedToken.Valid.class, open(Base64.getEncoder().encodeToString(right)));
    byte[] wrong = new Seal(ring, "claviger authorization message").close(form, "", ids);
    assertEquals(new OpenedToken.Invalid(), open(Base64.getEncoder().encodeToString(wrong)));
    byte[] bound = new Seal(ring, "claviger session token").close(form, "x", ids);
    assertEquals(new OpenedToken.Invalid(), open(Base64.getEncoder().encodeToString(bound)));
  }

  @Test
  void twoSessionsShareNeitherKeyNorSecretNorNonce() {
    Credentials one = tokens.issue(Samples.fullSession(), ids);
    Credentials two = tokens.issue(Samples.fullSession(), ids);
    assertNotEquals(one.accessKeyId(), two.accessKeyId());
    assertNotEquals(one.secretAccessKey(), two.secretAccessKey());
    assertNotEquals(one.sessionToken().reveal(), two.sessionToken().reveal());
  }

  @Test
  void longestSessionWithFullPolicySpaceFitsTheCap() {
    fitsWithFullPolicySpace(longest(null));
  }

  @Test
  void whomATokenIsAboutTakesOfTheSameSpace() {
    SplittableRandom random = new SplittableRandom(7);
    Map<String, String> keys =
        Map.of(
            noise(random, 255) + ":aud", noise(random, 255),
            noise(random, 255) + ":sub", noise(random, 255));
    Session session = longest(new Federation("arn:" + noise(random, 300), keys));
    assertEquals(0, SessionTokens.packedPolicySizePercent(session));
    assertFits(session);
    fitsWithFullPolicySpace(session);
  }

  private static Session longest(@Nullable Federation federation) {
    SplittableRandom random = new SplittableRandom(5);
    String path = noise(random, 510);
    Arn role = Arn.iam(Samples.ACCOUNT, "role/" + path + "/" + noise(random, 64));
    return Session.ofRole(
            Samples.ACCOUNT, Samples.ROLE_ID, role, noise(random, 64), NOW, NOW.plusSeconds(43_200))
        .withSourceIdentity(noise(random, 64))
        .withMfa(NOW)
        .assumedBy(true, federation);
  }

  private void fitsWithFullPolicySpace(Session bare) {
    SplittableRandom random = new SplittableRandom(9);
    int length = 2800;
    Session full;
    do {
      full = Samples.withLimits(bare, noise(random, length--), List.of(), List.of());
    } while (SessionTokens.packedPolicySizePercent(full) > 100);
    assertEquals(100, SessionTokens.packedPolicySizePercent(full));
    assertFits(full);
  }

  private void assertFits(Session session) {
    int characters = tokens.issue(session, ids).sessionToken().reveal().length();
    assertTrue(characters <= SessionTokens.MAX_CHARACTERS, "characters: " + characters);
  }

  @Test
  void sessionAboveTheCapIsNotIssued() {
    String policy = noise(new SplittableRandom(6), 6000);
    Session large =
        Samples.withLimits(
            Samples.bareSession(Session.Kind.FEDERATION), policy, List.of(), List.of());
    assertTrue(SessionTokens.packedPolicySizePercent(large) > 100);
    assertThrows(IllegalStateException.class, () -> tokens.issue(large, ids));
  }

  @Test
  void packedPolicySizeGrowsFromZero() {
    Session bare = Samples.bareSession(Session.Kind.FEDERATION);
    assertEquals(0, SessionTokens.packedPolicySizePercent(bare));
    Session tagged =
        Samples.withLimits(bare, null, List.of(), List.of(new Tags.Tag("team", "blue")));
    assertEquals(1, SessionTokens.packedPolicySizePercent(tagged));
    Session limited =
        Samples.withLimits(bare, noise(new SplittableRandom(7), 1000), List.of(), List.of());
    int percent = SessionTokens.packedPolicySizePercent(limited);
    assertTrue(percent >= 35 && percent <= 50, "percent: " + percent);
  }

  /// Characters that DEFLATE can do little with.
  private static String noise(RandomGenerator random, int length) {
    StringBuilder text = new StringBuilder();
    random.ints(length, '0', 'z' + 1).forEach(c -> text.append((char) c));
    return text.toString();
  }
}

package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// When a signature, and when a session, is no longer good: to the second.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimeAbuseTest {

  private static final String IDENTITY = Site.form(Site.STS, "GetCallerIdentity");

  private final Site site = Site.start();
  private final Instant noon = Instant.parse("2027-03-14T12:00:00Z");
  private final Signer user = site.user("ann");

  @AfterAll
  void close() {
    site.close();
  }

  @ParameterizedTest
  @CsvSource({
    "-901, 403",
    "-900, 200",
    "-899, 200",
    "899, 200",
    "900, 200",
    "901, 403",
    "86400, 403",
    "-31536000, 403",
    "31536000, 403"
  })
  void Abuse_015_signatureIsGoodFifteenMinutes(int signedSecondsAgo, int status) {
    Instant signedAt = noon.minusSeconds(signedSecondsAgo);
    site.clock.set(noon);
    Answer header = site.send(user.sign(site.post(IDENTITY), Site.STS, signedAt));
    Answer query = site.send(user.presign(site.get(IDENTITY), Site.STS, signedAt, "604800"));
    assertEquals(status, header.status(), header.body());
    assertEquals(status, query.status(), query.body());
    assertEquals(status == 200 ? "" : "SignatureDoesNotMatch", header.code());
  }

  @Test
  void Abuse_015_dateMustBeThere() {
    site.clock.set(noon);
    RawRequest request = user.sign(site.post(IDENTITY), Site.STS, noon);
    site.send(request.without("X-Amz-Date")).requireError(400, "IncompleteSignature");
    site.send(request.with("X-Amz-Date", "now")).requireError(400, "IncompleteSignature");
    site.send(request.with("X-Amz-Date", "")).requireError(400, "IncompleteSignature");
  }

  /// The header of HTTP does not stand in for Amazon's where both are there.
  @Test
  void Abuse_015_amazonsDateIsTheOneThatCounts() {
    site.clock.set(noon);
    RawRequest dated = site.post(IDENTITY).withAdded("Date", "Sun, 14 Mar 2027 12:00:00 GMT");
    site.send(user.sign(dated, Site.STS, noon)).requireSuccess();
    site.send(user.sign(dated, Site.STS, noon.minusSeconds(901)))
        .requireError(403, "SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"1", "60", "604800"})
  void Abuse_017_expiryOfAPresignedUrlIsFifteenMinutesWhateverItSays(@Nullable String expires) {
    site.clock.set(noon);
    RawRequest url = user.presign(site.get(IDENTITY), Site.STS, noon, expires);
    site.clock.set(noon.plusSeconds(900));
    site.send(url).requireSuccess();
    site.clock.set(noon.plusSeconds(901));
    site.send(url).requireError(403, "SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "604801", "1000000000000000000", "x", ""})
  void Abuse_017_oddExpiryIsRefused(String expires) {
    site.clock.set(noon);
    site.send(user.presign(site.get(IDENTITY), Site.STS, noon, expires))
        .requireError(400, "IncompleteSignature");
  }

  @Test
  void Abuse_017_expiryGivenTwiceIsRefused() {
    site.clock.set(noon);
    site.send(user.presign(site.get(IDENTITY), Site.STS, noon, "60&X-Amz-Expires=60"))
        .requireError(400, "InvalidQueryParameter");
  }

  @Test
  void Abuse_017_sessionsEndWins() {
    site.clock.set(noon);
    Signer session = site.sts(user, "GetSessionToken", "DurationSeconds", "900").credentials();
    site.clock.set(noon.plusSeconds(899));
    RawRequest url = site.presigned(session, Site.STS, IDENTITY);
    RawRequest header = site.signed(session, Site.STS, IDENTITY);
    site.send(url).requireSuccess();
    site.send(header).requireSuccess();
    site.clock.advance(Duration.ofSeconds(1));
    site.send(url).requireError(403, "ExpiredToken");
    site.send(header).requireError(403, "ExpiredToken");
  }
}

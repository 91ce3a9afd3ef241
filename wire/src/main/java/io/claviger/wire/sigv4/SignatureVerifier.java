package io.claviger.wire.sigv4;

import io.claviger.base.SecretText;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.UrlEncoded;
import io.claviger.wire.http.UrlEncoded.Parameter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.crypto.SecretKey;

/// Checks that a request was signed with a secret, for this day and not long ago. Safe for use by
/// many threads; keeps derived keys in memory, so one verifier should serve all requests.
public final class SignatureVerifier {

  /// How far a request's time may be from ours, in both directions, the limit included.
  ///
  /// AWS rule: IAM and STS answer "… - 15 min." and "… + 15 min."; a presigned request lives as
  /// long.
  private static final Duration TOLERANCE = Duration.ofMinutes(15);

  private static final int KEYS_REMEMBERED = 10_000;
  private static final String CONTENT_HASH = "x-amz-content-sha256";

  private final SigningKeys keys = new SigningKeys(KEYS_REMEMBERED);

  /// Returns if `request` is as it was signed with `secret`, and throws if not. Which service the
  /// scope should name is the caller's to check.
  ///
  /// @param signed what `request` says of its signature
  /// @param body all of the request's body
  /// @throws io.claviger.wire.ServiceError `SignatureDoesNotMatch` with AWS's text for the reason,
  ///   or `InvalidURI` when the path has more than one reading
  public void verify(
      SignedRequest signed, HttpRequest request, byte[] body, SecretText secret, Instant now) {
    String timestamp = Timestamps.format(signed.timestamp());
    requireCurrent(signed, timestamp, now.truncatedTo(ChronoUnit.SECONDS));
    SignedHeaders.requireSigned(signed, request);
    SignedHeaders.single(request, "host");
    String bodyHash = Digests.sha256Hex(body);
    requireBody(request, bodyHash);

    String canonical = CanonicalRequest.of(signed, request, bodyHash);
    String stringToSign =
        String.join(
            "\n",
            AuthorizationHeader.ALGORITHM,
            timestamp,
            signed.scope().toString(),
            Digests.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8)));
    SecretKey key = keys.key(signed, secret);
    String expected = HexFormat.of().formatHex(Digests.hmac(key, stringToSign));
    // Takes as long wherever the two differ, so that a signature cannot be found digit by digit.
    if (!MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8),
        signed.signature().getBytes(StandardCharsets.UTF_8))) {
      throw SigningErrors.signatureDoesNotMatch();
    }
    keys.remember(signed, secret, key);
  }

  private static void requireCurrent(SignedRequest signed, String timestamp, Instant now) {
    if (!timestamp.substring(0, 8).equals(signed.scope().date())) {
      throw SigningErrors.wrongScopeDate(signed.scope().date(), timestamp);
    }
    Instant earliest = now.minus(TOLERANCE);
    if (signed.timestamp().isBefore(earliest)) {
      throw SigningErrors.signatureExpired(signed.timestamp(), earliest, now);
    }
    Instant latest = now.plus(TOLERANCE);
    if (signed.timestamp().isAfter(latest)) {
      throw SigningErrors.signatureNotYetCurrent(signed.timestamp(), latest, now);
    }
  }

  /// Where the client states the body's hash, it must be the body's. `UNSIGNED-PAYLOAD` and the
  /// streaming forms, which S3 knows, are none.
  private static void requireBody(HttpRequest request, String bodyHash) {
    String header = SignedHeaders.single(request, CONTENT_HASH);
    if (header != null && !header.equals(bodyHash)) {
      throw SigningErrors.signatureDoesNotMatch();
    }
    for (Parameter parameter : UrlEncoded.parse(request.rawQuery())) {
      if (parameter.name().equalsIgnoreCase(CONTENT_HASH) && !parameter.value().equals(bodyHash)) {
        throw SigningErrors.signatureDoesNotMatch();
      }
    }
  }
}

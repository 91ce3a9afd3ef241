package io.claviger.wire.sigv4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.SecretText;
import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureVerifierTest {

  private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

  /// AWS General Reference, "Signed Signature Version 4 request examples", 2011.
  @Test
  void awssPublishedPostIsVerified() {
    HttpRequest request =
        request(
            "POST",
            "",
            "20110909T233600Z",
            "20110909",
            "ced6826de92d2bdeed8f846f0bf508e8559e98e4b0199114b84c54174deb456c");
    Requests.verify(request, Requests.BODY, Instant.parse("2011-09-09T23:36:00Z"));
  }

  /// AWS General Reference, "Examples of the complete Signature Version 4 signing process", 2015.
  @Test
  void awssPublishedGetIsVerified() {
    HttpRequest request =
        request(
            "GET",
            "Action=ListUsers&Version=2010-05-08",
            "20150830T123600Z",
            "20150830",
            "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");
    Requests.verify(request, Requests.NO_BODY, Instant.parse("2015-08-30T12:36:00Z"));
  }

  private static HttpRequest request(
      String method, String query, String timestamp, String date, String signature) {
    String authorization =
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"
            + date
            + "/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature="
            + signature;
    return new HttpRequest(
        method,
        "/",
        query,
        List.of(
            new Header("Host", "iam.amazonaws.com"),
            new Header("Content-Type", FORM),
            new Header("X-Amz-Date", timestamp),
            new Header("Authorization", authorization)),
        InputStream.nullInputStream(),
        InetAddress.getLoopbackAddress(),
        true);
  }

  @Test
  void theSecretDecides() {
    HttpRequest request = SdkSigner.LONG_TERM.sign(SdkSigner.post(), Requests.BODY);
    SignedRequest signed = SignedRequest.parse(request).orElseThrow();
    var verifier = new SignatureVerifier();
    SecretText other = SecretText.of(SdkSigner.SECRET + 'x');
    // Twice each: a key that is remembered must not stand in for another secret's.
    for (int i = 0; i < 2; i++) {
      verifier.verify(
          signed, request, Requests.BODY, SecretText.of(SdkSigner.SECRET), SdkSigner.NOON);
      var error =
          assertThrows(
              ServiceError.class,
              () -> verifier.verify(signed, request, Requests.BODY, other, SdkSigner.NOON));
      assertEquals(SigningErrors.signatureDoesNotMatch().message(), error.message());
    }
  }

  @Test
  void keysAreRememberedUpToALimit() {
    var keys = new SigningKeys(2);
    SecretText secret = SecretText.of("s");
    for (int day = 10; day < 20; day++) {
      SignedRequest signed =
          SignedRequest.parse(
                  new SdkSigner("AKID", "s", null, Instant.parse("2026-03-" + day + "T00:00:00Z"))
                      .sign(SdkSigner.get(), Requests.NO_BODY))
              .orElseThrow();
      var key = keys.key(signed, secret);
      keys.remember(signed, secret, key);
      assertEquals(key, keys.key(signed, secret));
      assertEquals(day % 2 + 1, keys.size());
    }
  }

  /// AWS takes the time of the header `Date` where there is no `X-Amz-Date`.
  @ParameterizedTest
  @CsvSource({"20260314T120000Z", "'Sat, 14 Mar 2026 12:00:00 GMT'"})
  void theHeaderDateDoesWhereThereIsNoOther(String date) {
    HttpRequest request =
        PlainSigner.NOON.get(
            List.of(new Header("Date", date)), "date:" + date + "\nhost:iam\n", "date;host");
    Requests.verify(request, Requests.NO_BODY);
    assertEquals(SdkSigner.NOON, SignedRequest.parse(request).orElseThrow().timestamp());
  }

  @ParameterizedTest
  @CsvSource({
    "'Sat, 14 Mar 2026 12:00:00'",
    "2026-03-14T12:00:00Z",
    "20260314T120000z",
    "20261314T120000Z",
    "''"
  })
  void anyOtherFormOfDateIsRefused(String date) {
    HttpRequest request =
        PlainSigner.NOON.get(
            List.of(new Header("Date", date)), "date:" + date + "\nhost:iam\n", "date;host");
    Requests.refused("IncompleteSignature", request, Requests.NO_BODY);
    HttpRequest amzDate =
        Requests.withHeader(
            SdkSigner.LONG_TERM.sign(SdkSigner.get(), Requests.NO_BODY), "X-Amz-Date", date);
    Requests.refused("IncompleteSignature", amzDate, Requests.NO_BODY);
  }

  @Test
  void whatTheSignatureSaysCanBeRead() {
    HttpRequest request = SdkSigner.SESSION.presign(SdkSigner.get(), Duration.ofHours(1));
    SignedRequest signed = SignedRequest.parse(request).orElseThrow();
    assertEquals("ASIDEXAMPLE", signed.accessKeyId());
    assertEquals(new CredentialScope("20260314", "us-east-1", "iam"), signed.scope());
    assertEquals(SecretText.of("sess/ion+token=="), signed.sessionToken().orElseThrow());
    assertEquals(List.of("host"), signed.signedHeaders());
    assertEquals(64, signed.signature().length());
    assertEquals(SdkSigner.NOON, signed.timestamp());
  }

  @Test
  void theTokenInAHeaderCanBeReadToo() {
    SignedRequest session =
        SignedRequest.parse(SdkSigner.SESSION.sign(SdkSigner.post(), Requests.BODY)).orElseThrow();
    assertEquals(SecretText.of("sess/ion+token=="), session.sessionToken().orElseThrow());
    assertFalse(session.isPresigned());
    SignedRequest longTerm =
        SignedRequest.parse(SdkSigner.LONG_TERM.sign(SdkSigner.post(), Requests.BODY))
            .orElseThrow();
    assertTrue(longTerm.sessionToken().isEmpty());
  }
}

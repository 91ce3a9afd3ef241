package io.claviger.wire.sigv4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on the headers of a signed request, each beside the honest request that must pass.
class HeaderAbuseTest {

  private static final String LONG_REGION =
      "us-east-us-east-us-east-us-east-us-east-us-east-us-east-us-east-1";
  private static final String MISMATCH = "SignatureDoesNotMatch";
  private static final String INCOMPLETE = "IncompleteSignature";
  private static final String NOON = PlainSigner.NOON.timestamp();

  private static HttpRequest signed() {
    return SdkSigner.LONG_TERM.sign(SdkSigner.post(), Requests.BODY);
  }

  private static HttpRequest signedSession() {
    return SdkSigner.SESSION.sign(SdkSigner.post(), Requests.BODY);
  }

  private static String authorization(HttpRequest request) {
    return request.header("Authorization").orElseThrow();
  }

  @Test
  void honestRequestsPass() {
    Requests.verify(signed(), Requests.BODY);
    Requests.verify(signedSession(), Requests.BODY);
  }

  @Nested
  class Abuse_004_signatureInHeaderAndQueryString {

    @Test
    void bothAreRefused() {
      HttpRequest presigned = SdkSigner.SESSION.presign(SdkSigner.get(), Duration.ofMinutes(1));
      HttpRequest both =
          Requests.withAddedHeader(presigned, "Authorization", authorization(signed()));
      String message = Requests.refused(INCOMPLETE, both, Requests.NO_BODY);
      assertTrue(message.startsWith("Only one auth mechanism allowed"), message);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"X-Amz-Algorithm", "X-Amz-Security-Token", "X-Amz-Date", "X-Amz-Expires"})
    void oneParameterOfTheOtherIsEnough(String name) {
      Requests.refused(INCOMPLETE, Requests.withQuery(signed(), name + "=x"), Requests.BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Amz-Date", "X-Amz-Security-Token"})
    void aPresignedUrlTakesNothingFromHeaders(String name) {
      HttpRequest presigned = SdkSigner.LONG_TERM.presign(SdkSigner.get(), Duration.ofMinutes(1));
      Requests.verify(presigned, Requests.NO_BODY);
      HttpRequest mixed = Requests.withAddedHeader(presigned, name, NOON);
      Requests.refused(INCOMPLETE, mixed, Requests.NO_BODY);
    }

    @Test
    void twoAuthorizationHeadersAreRefused() {
      HttpRequest request = signed();
      HttpRequest two =
          Requests.withAddedHeader(request, "authorization", authorization(signedSession()));
      Requests.refused(INCOMPLETE, two, Requests.BODY);
      HttpRequest doubled =
          Requests.withAuthorization(request, "Signature=", "Signature=00, Signature=");
      Requests.refused(INCOMPLETE, doubled, Requests.BODY);
    }
  }

  @Nested
  class Abuse_008_oddHeaders {

    @ParameterizedTest
    @ValueSource(strings = {"Host", "X-Amz-Date", "X-Amz-Security-Token", "X-Amz-Content-Sha256"})
    void aDecisiveHeaderGivenTwiceIsRefused(String name) {
      HttpRequest request = signedSession();
      String value = request.header(name).orElse("x");
      HttpRequest once = Requests.withHeader(request, name, value);
      Requests.refused(INCOMPLETE, Requests.withAddedHeader(once, name, value), Requests.BODY);
    }

    @Test
    void aDecisiveHeaderGivenTwiceIsRefusedThoughSigned() {
      HttpRequest request =
          PlainSigner.NOON.get(
              List.of(new Header("Host", "other"), new Header("X-Amz-Date", NOON)),
              "host:iam,other\nx-amz-date:" + NOON + '\n',
              "host;x-amz-date");
      Requests.refused(INCOMPLETE, request, Requests.NO_BODY);
    }

    @Test
    void otherHeadersGivenTwiceAreOneListInOrder() {
      HttpRequest request = withTests("x-test:a,b\n", "a", "b");
      Requests.verify(request, Requests.NO_BODY);
      List<Header> swapped = new ArrayList<>(request.headers());
      Collections.swap(swapped, 2, 3);
      Requests.refused(MISMATCH, Requests.withHeaders(request, swapped), Requests.NO_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "  a  b ", "a\tb", "\ta \t b\t"})
    void whiteSpaceIsOneSpace(String value) {
      Requests.verify(withTests("x-test:a b\n", value), Requests.NO_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\n b", "a\u0000b", "a\u007fb", "a\u0085b"})
    void aControlCharacterIsRefused(String value) {
      Requests.refused("MalformedHttpRequest", withTests("x-test:a b\n", value), Requests.NO_BODY);
      HttpRequest injected = withTests("x-test:" + value + '\n', value);
      Requests.refused("MalformedHttpRequest", injected, Requests.NO_BODY);
    }

    @Test
    void anUnderscoreIsNoHyphen() {
      HttpRequest request = Requests.withoutHeader(signed(), "X-Amz-Date");
      Requests.refused(
          INCOMPLETE, Requests.withAddedHeader(request, "X_Amz_Date", NOON), Requests.BODY);
    }

    @ParameterizedTest
    @CsvSource({
      "x-amz-date;host",
      "host;host;x-amz-date",
      "Host;x-amz-date",
      "host;;x-amz-date",
      ";host",
      "host;"
    })
    void theListOfSignedHeadersHasOneSpelling(String list) {
      HttpRequest request =
          PlainSigner.NOON.get(
              List.of(new Header("X-Amz-Date", NOON)), "host:iam\nx-amz-date:" + NOON + '\n', list);
      Requests.refused(MISMATCH, request, Requests.NO_BODY);
    }

    @Test
    void aHeaderSignedTwiceIsRefused() {
      HttpRequest request =
          PlainSigner.NOON.get(
              List.of(new Header("X-Amz-Date", NOON)),
              "host:iam\nhost:iam\nx-amz-date:" + NOON + '\n',
              "host;host;x-amz-date");
      Requests.refused(MISMATCH, request, Requests.NO_BODY);
    }

    private static HttpRequest withTests(String canonical, String... values) {
      List<Header> headers = new ArrayList<>(List.of(new Header("X-Amz-Date", NOON)));
      Stream.of(values).forEach(value -> headers.add(new Header("X-Test", value)));
      return PlainSigner.NOON.get(
          headers, "host:iam\nx-amz-date:" + NOON + '\n' + canonical, "host;x-amz-date;x-test");
    }
  }

  @Nested
  class Abuse_009_unsignedSecurityHeader {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "X-Amz-Security-Token",
          "X-Amz-Target",
          "x-amz-content-sha256",
          "X-AMZ-Anything"
        })
    void isRefused(String name) {
      HttpRequest request =
          PlainSigner.NOON.get(
              List.of(new Header("X-Amz-Date", NOON), new Header(name, PlainSigner.EMPTY_HASH)),
              "host:iam\nx-amz-date:" + NOON + '\n',
              "host;x-amz-date");
      assertEquals(
          "'" + name + "' must be a 'SignedHeader' in the AWS Authorization.",
          Requests.refused(MISMATCH, request, Requests.NO_BODY));
    }

    @Test
    void theDateIsNoException() {
      HttpRequest request =
          PlainSigner.NOON.get(List.of(new Header("X-Amz-Date", NOON)), "host:iam\n", "host");
      Requests.refused(MISMATCH, request, Requests.NO_BODY);
    }

    @Test
    void theHostIsNeededAlways() {
      HttpRequest request =
          PlainSigner.NOON.get(
              List.of(new Header("X-Amz-Date", NOON)), "x-amz-date:" + NOON + '\n', "x-amz-date");
      assertEquals(
          "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
          Requests.refused(MISMATCH, request, Requests.NO_BODY));
    }

    @Test
    void eachNameDroppedFromTheListIsRefused() {
      HttpRequest request = signedSession();
      for (String name : SignedRequest.parse(request).orElseThrow().signedHeaders()) {
        String list = authorization(request).replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        String shorter =
            String.join(";", Stream.of(list.split(";", -1)).filter(n -> !n.equals(name)).toList());
        HttpRequest dropped = Requests.withAuthorization(request, list, shorter);
        Requests.refused(MISMATCH, dropped, Requests.BODY);
      }
    }

    @Test
    void aSignedHeaderThatIsAbsentIsRefused() {
      HttpRequest request =
          PlainSigner.NOON.get(
              List.of(new Header("X-Amz-Date", NOON)),
              "host:iam\nx-amz-date:" + NOON + "\nx-test:\n",
              "host;x-amz-date;x-test");
      Requests.refused(MISMATCH, request, Requests.NO_BODY);
      Requests.verify(Requests.withAddedHeader(request, "X-Test", ""), Requests.NO_BODY);
    }

    @Test
    void headersOfOthersNeedNoSignature() {
      HttpRequest request = Requests.withAddedHeader(signed(), "X-Amzn-Trace-Id", "Root=1");
      Requests.verify(Requests.withAddedHeader(request, "Accept", "*/*"), Requests.BODY);
    }
  }

  @Nested
  class Abuse_010_sessionToken {

    @Test
    void takenAwayIsRefused() {
      HttpRequest request = Requests.withoutHeader(signedSession(), "X-Amz-Security-Token");
      Requests.refused(MISMATCH, request, Requests.BODY);
    }

    @Test
    void putOnALongTermKeyIsRefused() {
      HttpRequest request = Requests.withAddedHeader(signed(), "X-Amz-Security-Token", "other");
      Requests.refused(MISMATCH, request, Requests.BODY);
    }

    @Test
    void putOnAPresignedUrlIsRefused() {
      HttpRequest url = SdkSigner.LONG_TERM.presign(SdkSigner.get(), Duration.ofMinutes(1));
      HttpRequest request = Requests.withQuery(url, url.rawQuery() + "&X-Amz-Security-Token=other");
      Requests.refused(MISMATCH, request, Requests.NO_BODY);
    }
  }

  @Nested
  class Abuse_011_tokenOfAnotherSession {

    @Test
    void inTheHeaderIsRefused() {
      HttpRequest request =
          Requests.withHeader(signedSession(), "X-Amz-Security-Token", "sess/ion+tokeN==");
      Requests.refused(MISMATCH, request, Requests.BODY);
    }

    @Test
    void inAPresignedUrlIsRefused() {
      HttpRequest url = SdkSigner.SESSION.presign(SdkSigner.get(), Duration.ofMinutes(1));
      Requests.verify(url, Requests.NO_BODY);
      HttpRequest request =
          Requests.withQuery(url, url.rawQuery().replace("sess%2Fion", "sess%2FioN"));
      Requests.refused(MISMATCH, request, Requests.NO_BODY);
    }
  }

  @Nested
  class Abuse_012_otherScope {

    @ParameterizedTest
    @CsvSource({"/us-east-1/,/eu-west-1/", "/iam/,/sts/", "/us-east-1/,/US-EAST-1/", "/iam/,//"})
    void regionAndServiceAreSigned(String from, String to) {
      HttpRequest request = Requests.withAuthorization(signed(), from, to);
      assertEquals(
          SigningErrors.signatureDoesNotMatch().message(),
          Requests.refused(MISMATCH, request, Requests.BODY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260313", "20260315", "2026-03-14", "", "202603140"})
    void theDateIsTheDayOfTheRequest(String date) {
      HttpRequest request = Requests.withAuthorization(signed(), "/20260314/", '/' + date + '/');
      assertEquals(
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '"
              + date
              + "' != '20260314', from '20260314T120000Z'.",
          Requests.refused(MISMATCH, request, Requests.BODY));
    }

    /// It goes into reports, where it must not begin a line of its own.
    @ParameterizedTest
    @ValueSource(strings = {"", "us_east_1", "us\neast", "us\"east", "\u00e9", LONG_REGION})
    void theRegionLooksLikeOne(String region) {
      HttpRequest request = Requests.withAuthorization(signed(), "/us-east-1/", '/' + region + '/');
      assertEquals(
          "Credential should be scoped to a valid region. ",
          Requests.refused(MISMATCH, request, Requests.BODY));
    }

    @Test
    void anyRegionIsHonest() {
      var signer =
          new PlainSigner(SdkSigner.SECRET, NOON, "20260314/mars-north-7/iam/aws4_request");
      Requests.verify(signer.get("/", "", "/", ""), Requests.NO_BODY);
    }
  }

  @Nested
  class Abuse_019_bodyHash {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "UNSIGNED-PAYLOAD",
          "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
          "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
          "",
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b856",
          "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
        })
    void anyOtherThanTheBodysIsRefused(String hash) {
      Requests.refused(MISMATCH, withHash(hash), Requests.NO_BODY);
      HttpRequest url =
          PlainSigner.NOON.get(
              "/", "X-Amz-Content-Sha256=" + hash, "/", "X-Amz-Content-Sha256=" + hash);
      Requests.refused(MISMATCH, url, Requests.NO_BODY);
    }

    @Test
    void theBodysPasses() {
      Requests.verify(withHash(PlainSigner.EMPTY_HASH), Requests.NO_BODY);
      String query = "X-Amz-Content-Sha256=" + PlainSigner.EMPTY_HASH;
      Requests.verify(PlainSigner.NOON.get("/", query, "/", query), Requests.NO_BODY);
    }

    @Test
    void anotherBodyIsRefused() {
      Requests.refused(MISMATCH, withHash(PlainSigner.EMPTY_HASH), Requests.BODY);
      Requests.refused(MISMATCH, signed(), "x".getBytes(StandardCharsets.UTF_8));
      Requests.refused(MISMATCH, signed(), Requests.NO_BODY);
    }

    private static HttpRequest withHash(String hash) {
      return PlainSigner.NOON.get(
          List.of(new Header("X-Amz-Content-Sha256", hash), new Header("X-Amz-Date", NOON)),
          "host:iam\nx-amz-content-sha256:" + hash + "\nx-amz-date:" + NOON + '\n',
          "host;x-amz-content-sha256;x-amz-date");
    }
  }

  @Nested
  class Abuse_022_guessedSignature {

    /// Whatever is wrong with a signature, the answer is the same.
    @Test
    void everyWrongSignatureHasOneAnswer() {
      HttpRequest request = signed();
      String signature = SignedRequest.parse(request).orElseThrow().signature();
      List<String> wrong =
          List.of(
              "0".repeat(64),
              signature.substring(1),
              signature + '0',
              signature.toUpperCase(Locale.ROOT),
              signature.substring(0, 63) + (signature.endsWith("0") ? '1' : '0'),
              "é",
              "0");
      for (String one : wrong) {
        assertEquals(
            SigningErrors.signatureDoesNotMatch().message(),
            Requests.refused(
                MISMATCH, Requests.withAuthorization(request, signature, one), Requests.BODY));
      }
    }
  }

  @Nested
  class Abuse_023_oddAccessKeyId {

    static Stream<String> ids() {
      return Stream.of(
          "",
          "AK\u0000ID",
          "AKIDé",
          "ＡＫＩＤ",
          "٣",
          "A".repeat(129),
          "A".repeat(5000),
          "AKID;DROP",
          "..",
          "a-b",
          "AKID\u007f",
          "[AKID]");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void isUnknown(String id) {
      HttpRequest request = Requests.withAuthorization(signed(), "AKIDEXAMPLE", id);
      String message = Requests.refused("InvalidClientTokenId", request, Requests.BODY);
      assertEquals("The security token included in the request is invalid.", message);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"AKID/20260314", "a/b", "/", "AKIDEXAMPLE/20260314/us-east-1/iam/aws4_request"})
    void aSlashShiftsNothing(String id) {
      HttpRequest request = Requests.withAuthorization(signed(), "AKIDEXAMPLE", id);
      Requests.refused(INCOMPLETE, request, Requests.BODY);
    }

    @Test
    void aLongOneOfLettersAndDigitsIsHonest() {
      String id = "A".repeat(127) + '_';
      HttpRequest request =
          new SdkSigner(id, SdkSigner.SECRET, null, SdkSigner.NOON)
              .sign(SdkSigner.post(), Requests.BODY);
      Requests.verify(request, Requests.BODY);
      assertEquals(id, SignedRequest.parse(request).orElseThrow().accessKeyId());
    }
  }

  @Nested
  class Abuse_024_otherAlgorithm {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "AWS AKIDEXAMPLE:frJIUN8DYpKDtOLCwo//yllqDzg=",
          "AWS3-HTTPS AWSAccessKeyId=AKIDEXAMPLE,Algorithm=HmacSHA256,Signature=x",
          "Bearer token",
          "Basic dXNlcjpwYXNz",
          "",
          " ",
          ","
        })
    void noOtherSchemeIsTaken(String header) {
      HttpRequest request = Requests.withHeader(signed(), "Authorization", header);
      assertMissing(request);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "aws4-hmac-sha256",
          "AWS4-HMAC-SHA512",
          "AWS4-ECDSA-P256-SHA256",
          "AWS4-HMAC-SHA256-PAYLOAD",
          "none"
        })
    void noOtherAlgorithmIsTaken(String algorithm) {
      assertMissing(Requests.withAuthorization(signed(), "AWS4-HMAC-SHA256", algorithm));
      HttpRequest url = SdkSigner.LONG_TERM.presign(SdkSigner.get(), Duration.ofMinutes(1));
      assertMissing(Requests.withQuery(url, url.rawQuery().replace("AWS4-HMAC-SHA256", algorithm)));
    }

    @Test
    void parametersOfVersion2AreNoSignature() {
      HttpRequest request =
          Requests.withQuery(
              Requests.withoutHeader(signed(), "Authorization"),
              "AWSAccessKeyId=AKIDEXAMPLE&SignatureVersion=2&Signature=x");
      assertTrue(SignedRequest.parse(request).isEmpty());
      assertFalse(SignedRequest.parse(signed()).isEmpty());
    }

    private static void assertMissing(HttpRequest request) {
      var error = assertThrows(ServiceError.class, () -> SignedRequest.parse(request));
      assertEquals("MissingAuthenticationToken", error.code());
      assertEquals(403, error.status());
    }
  }
}

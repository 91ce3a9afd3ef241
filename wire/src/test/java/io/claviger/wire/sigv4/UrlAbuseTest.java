package io.claviger.wire.sigv4;

import static io.claviger.wire.sigv4.Requests.INCOMPLETE;
import static io.claviger.wire.sigv4.Requests.MISMATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.wire.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on path, query string and time, each beside the honest request that must pass.
class UrlAbuseTest {

  private static HttpRequest presigned(Duration expires) {
    return SdkSigner.SESSION.presign(SdkSigner.get(), expires);
  }

  private static HttpRequest presigned() {
    return presigned(Duration.ofMinutes(15));
  }

  private static HttpRequest replaced(HttpRequest request, String from, String to) {
    return Requests.withQuery(request, request.rawQuery().replace(from, to));
  }

  @Nested
  class Abuse_006_repeatedSignatureParameter {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "X-Amz-Credential=AKIDEXAMPLE",
          "X-Amz-Signature=00",
          "x-amz-signature=00",
          "X-AMZ-DATE=x",
          "X-Amz-Expires=900",
          "X%2DAmz-Algorithm=AWS4-HMAC-SHA256",
          "X-Amz-SignedHeaders=host"
        })
    void isRefused(String added) {
      HttpRequest request = Requests.withQuery(presigned(), presigned().rawQuery() + '&' + added);
      Requests.refused(INCOMPLETE, request, Requests.NO_BODY);
    }

    @Test
    void anotherSpellingIsRefusedAlone() {
      Requests.refused(
          INCOMPLETE, replaced(presigned(), "X-Amz-Date", "x-amz-date"), Requests.NO_BODY);
      Requests.verify(presigned(), Requests.NO_BODY);
    }
  }

  @Nested
  class Abuse_013_pathTricks {

    /// Signed for the path that AWS's canonical form would make of it, and for the path as it is.
    @ParameterizedTest
    @CsvSource({
      "//,/",
      "/./,/",
      "/a/../,/",
      "/a//b,/a/b",
      "/a/.,/a/",
      "/a/..,/",
      "/..,/",
      "/%2e%2e/,/",
      "/a/%2E/b,/a/b",
      "/.%2e/a,/a",
      "//a,/a",
      "/a/b/../../..,/"
    })
    void aPathWithTwoReadingsIsRefused(String path, String normal) {
      for (String canonical : new String[] {path, normal, path.replace("%", "%25")}) {
        HttpRequest request = PlainSigner.NOON.get(path, "", canonical, "");
        Requests.refused("InvalidURI", request, Requests.NO_BODY);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/a\\b",
          "/#",
          "/a b",
          "/%",
          "/%4",
          "/%zz",
          "/é",
          "/a?b",
          "*",
          "",
          "a",
          "/\u0000",
          "/[",
          "/%4\u00e9",
          "/%1g"
        })
    void whatIsNoPathIsRefused(String path) {
      Requests.refused("InvalidURI", PlainSigner.NOON.get(path, "", path, ""), Requests.NO_BODY);
    }

    /// Everything else is signed byte for byte: encoded once more, and never decoded.
    @ParameterizedTest
    @CsvSource({
      "/,/",
      "/a,/a",
      "/a/,/a/",
      "/a%2Fb,/a%252Fb",
      "/a%2fb,/a%252fb",
      "/%252e,/%25252e",
      "/a;x,/a%3Bx",
      "/...,/...",
      "/a.b/..c,/a.b/..c",
      "/%C0%AF,/%25C0%25AF",
      "/a%20b,/a%2520b",
      "/a+b,/a%2Bb",
      "/-._~!$&()*+=:@,/-._~%21%24%26%28%29%2A%2B%3D%3A%40"
    })
    void anyOtherPathIsSignedAsItIs(String path, String canonical) {
      Requests.verify(PlainSigner.NOON.get(path, "", canonical, ""), Requests.NO_BODY);
    }

    @ParameterizedTest
    @CsvSource({
      "/a/,/a",
      "/a,/a/",
      "/a%2Fb,/a/b",
      "/a/b,/a%2Fb",
      "/a%2fb,/a%2Fb",
      "/A,/a",
      "/%61,/a"
    })
    void anotherPathIsRefused(String signed, String sent) {
      HttpRequest request = PlainSigner.NOON.get(signed, "", signed.replace("%", "%25"), "");
      Requests.verify(request, Requests.NO_BODY);
      Requests.refused(MISMATCH, Requests.withPath(request, sent), Requests.NO_BODY);
    }
  }

  @Nested
  class Abuse_014_queryTricks {

    /// A canonical form written out by hand, and the query strings that mean it.
    @ParameterizedTest
    @CsvSource({
      "A=a+b,A=a%20b",
      "A=a%20b,A=a%20b",
      "A=a%2Bb,A=a%2Bb",
      "A,A=",
      "A=,A=",
      "B=2&A=1,A=1&B=2",
      "A=b&A=a,A=a&A=b",
      "&&A=1&,A=1",
      "A=%c3%a9,A=%C3%A9",
      "A=é,A=%C3%A9",
      "A=%61,A=a",
      "A=b=c,A=b%3Dc",
      "a-b=1&a=2,a=2&a-b=1",
      "a=1&A=2,A=2&a=1",
      "a=~-._*,a=~-._%2A",
      "a%2Fb=/,a%2Fb=%2F",
      "a2=1&a10=2,a10=2&a2=1",
      "'',''"
    })
    void haveOneCanonicalForm(String query, String canonical) {
      Requests.verify(PlainSigner.NOON.get("/", query, "/", canonical), Requests.NO_BODY);
    }

    @ParameterizedTest
    @CsvSource({
      "A=a%2Bb,A=a+b",
      "A=1&B=2,A=1",
      "A=1,A=1&B=2",
      "A=1,A=2",
      "A=1,B=1",
      "A=1,a=1",
      "A=1&A=2,A=1",
      "A=%26,A=&"
    })
    void anotherMeaningIsRefused(String signed, String sent) {
      HttpRequest request = PlainSigner.NOON.get("/", signed, "/", signed);
      Requests.verify(request, Requests.NO_BODY);
      Requests.refused(MISMATCH, Requests.withQuery(request, sent), Requests.NO_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=%", "A=%C0%AF", "A=%zz"})
    void whatCannotBeDecodedIsRefused(String query) {
      HttpRequest request = PlainSigner.NOON.get("/", query, "/", query);
      Requests.refused("MalformedQueryString", request, Requests.NO_BODY);
    }
  }

  @Nested
  class Abuse_015_clockSkew {

    private static final Instant LATEST = SdkSigner.NOON.plusSeconds(15 * 60);
    private static final Instant EARLIEST = SdkSigner.NOON.minusSeconds(15 * 60);

    private static HttpRequest signed() {
      return SdkSigner.LONG_TERM.sign(SdkSigner.post(), Requests.BODY);
    }

    @Test
    void fifteenMinutesAreAccepted() {
      Requests.verify(signed(), Requests.BODY, LATEST);
      Requests.verify(signed(), Requests.BODY, LATEST.plusMillis(999));
      Requests.verify(signed(), Requests.BODY, EARLIEST);
    }

    @Test
    void aSecondMoreIsExpired() {
      assertEquals(
          "Signature expired: 20260314T120000Z is now earlier than 20260314T120001Z"
              + " (20260314T121501Z - 15 min.)",
          Requests.refused(MISMATCH, signed(), Requests.BODY, LATEST.plusSeconds(1)));
      Requests.refused(MISMATCH, signed(), Requests.BODY, SdkSigner.NOON.plusSeconds(1L << 32));
    }

    @Test
    void aSecondLessIsNotYetCurrent() {
      assertEquals(
          "Signature not yet current: 20260314T120000Z is still later than 20260314T115959Z"
              + " (20260314T114459Z + 15 min.)",
          Requests.refused(MISMATCH, signed(), Requests.BODY, EARLIEST.minusSeconds(1)));
      Requests.refused(MISMATCH, signed(), Requests.BODY, Instant.EPOCH);
    }

    @Test
    void xAmzDateCountsAndNotDate() {
      HttpRequest request = Requests.withAddedHeader(signed(), "Date", "20010101T000000Z");
      Requests.verify(request, Requests.BODY);
      HttpRequest swapped =
          Requests.withAddedHeader(
              Requests.withHeader(signed(), "X-Amz-Date", "20260314T110000Z"),
              "Date",
              "20260314T120000Z");
      Requests.refused(MISMATCH, swapped, Requests.BODY);
    }

    @Test
    void withoutADateNothingIsAccepted() {
      HttpRequest request = Requests.withoutHeader(signed(), "X-Amz-Date");
      Requests.refused(INCOMPLETE, request, Requests.BODY);
      HttpRequest twoDates =
          Requests.withAddedHeader(
              Requests.withAddedHeader(request, "Date", "20260314T120000Z"),
              "Date",
              "20260314T120000Z");
      Requests.refused(INCOMPLETE, twoDates, Requests.BODY);
    }
  }

  @Nested
  class Abuse_017_presignedLifetime {

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 900, 3600, 604_800})
    void isFifteenMinutesWhateverExpiresSays(int seconds) {
      HttpRequest request = presigned(Duration.ofSeconds(seconds));
      Instant end = SdkSigner.NOON.plusSeconds(900);
      Requests.verify(request, Requests.NO_BODY, end);
      String message = Requests.refused(MISMATCH, request, Requests.NO_BODY, end.plusSeconds(1));
      assertEquals(
          "Signature expired: 20260314T120000Z is now earlier than 20260314T120001Z"
              + " (20260314T121501Z - 15 min.)",
          message);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "0",
          "-1",
          "604801",
          "1000000000000000000",
          "1e3",
          "",
          "abc",
          "٩",
          "+60",
          "60.0",
          "1000000"
        })
    void anExpiresThatIsNoneIsRefused(String expires) {
      HttpRequest request = replaced(presigned(), "X-Amz-Expires=900", "X-Amz-Expires=" + expires);
      Requests.refused(INCOMPLETE, request, Requests.NO_BODY);
    }

    @Test
    void twoAreRefused() {
      HttpRequest request =
          replaced(presigned(), "X-Amz-Expires=900", "X-Amz-Expires=900&X-Amz-Expires=900");
      Requests.refused(INCOMPLETE, request, Requests.NO_BODY);
    }

    /// AWS rule: the parameter is optional where the lifetime is fixed.
    @Test
    void noneIsHonest() {
      String query =
          "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIDEXAMPLE%2F20260314%2Fus-east-1%2Fiam"
              + "%2Faws4_request&X-Amz-Date=20260314T120000Z&X-Amz-SignedHeaders=host";
      String canonical =
          String.join("\n", "GET", "/", query, "host:iam\n", "host", PlainSigner.EMPTY_HASH);
      HttpRequest bare = Requests.withoutHeader(presigned(), "Host");
      HttpRequest request =
          Requests.withQuery(
              Requests.withAddedHeader(bare, "Host", "iam"),
              query + "&X-Amz-Signature=" + PlainSigner.NOON.signature(canonical));
      Requests.verify(request, Requests.NO_BODY);
    }
  }

  @Nested
  class Abuse_018_alteredPresignedUrl {

    @Test
    void anotherMethodIsRefused() {
      Requests.refused(MISMATCH, Requests.withMethod(presigned(), "POST"), Requests.NO_BODY);
    }

    @Test
    void anotherHostIsRefused() {
      HttpRequest request = Requests.withHeader(presigned(), "Host", "sts.amazonaws.com");
      Requests.refused(MISMATCH, request, Requests.NO_BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"&UserName=eve", "&Action=DeleteUser", "&a", "&X-Amz-Target=x"})
    void anAddedParameterIsRefused(String added) {
      HttpRequest request = Requests.withQuery(presigned(), presigned().rawQuery() + added);
      Requests.refused(MISMATCH, request, Requests.NO_BODY);
    }

    @Test
    void aBodyIsRefused() {
      Requests.refused(MISMATCH, presigned(), Requests.BODY);
    }

    @Test
    void anUnsignedAmzHeaderIsRefused() {
      HttpRequest request = Requests.withAddedHeader(presigned(), "X-Amz-Target", "x");
      Requests.refused(MISMATCH, request, Requests.NO_BODY);
    }

    @Test
    void parametersInAnotherOrderAreTheSameUrl() {
      String[] pairs = presigned().rawQuery().split("&", -1);
      var reversed = new StringBuilder();
      for (String pair : pairs) {
        reversed.insert(0, '&' + pair);
      }
      Requests.verify(Requests.withQuery(presigned(), reversed.substring(1)), Requests.NO_BODY);
    }
  }
}

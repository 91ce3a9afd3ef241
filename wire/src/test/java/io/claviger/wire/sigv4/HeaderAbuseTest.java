package io.claviger.wire.sigv4;

import static io.claviger.wire.sigv4.Requests.INCOMPLETE;
import static io.claviger.wire.sigv4.Requests.MISMATCH;
import static io.claviger.wire.sigv4.Requests.authorization;
import static io.claviger.wire.sigv4.Requests.signed;
import static io.claviger.wire.sigv4.Requests.signedSession;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on the headers of a signed request, each beside the honest request that must pass.
class HeaderAbuseTest {

  private static final String NOON = PlainSigner.NOON.timestamp();

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
}

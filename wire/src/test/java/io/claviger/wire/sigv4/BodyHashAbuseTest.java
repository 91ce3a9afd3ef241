package io.claviger.wire.sigv4;

import static io.claviger.wire.sigv4.Requests.MISMATCH;
import static io.claviger.wire.sigv4.Requests.signed;

import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on the hash of the body that is signed.
class BodyHashAbuseTest {

  private static final String NOON = PlainSigner.NOON.timestamp();

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
}

package io.claviger.wire.sigv4;

import static io.claviger.wire.sigv4.Requests.MISMATCH;
import static io.claviger.wire.sigv4.Requests.signed;
import static io.claviger.wire.sigv4.Requests.signedSession;

import io.claviger.wire.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Attacks on the session token of a signed request.
class SessionTokenAbuseTest {

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
}

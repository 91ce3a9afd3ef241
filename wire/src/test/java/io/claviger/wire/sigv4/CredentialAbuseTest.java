package io.claviger.wire.sigv4;

import static io.claviger.wire.sigv4.Requests.INCOMPLETE;
import static io.claviger.wire.sigv4.Requests.MISMATCH;
import static io.claviger.wire.sigv4.Requests.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Guessed signatures, odd access key ids and other algorithms.
class CredentialAbuseTest {

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

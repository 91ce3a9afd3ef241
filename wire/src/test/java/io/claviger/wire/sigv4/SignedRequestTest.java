package io.claviger.wire.sigv4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What AWS answers when a signature cannot be read.
class SignedRequestTest {

  private static final HttpRequest SIGNED =
      SdkSigner.LONG_TERM.sign(SdkSigner.post(), Requests.BODY);
  private static final HttpRequest PRESIGNED =
      SdkSigner.LONG_TERM.presign(SdkSigner.get(), Duration.ofMinutes(1));

  @Test
  void anUnsignedRequestIsNoError() {
    assertTrue(SignedRequest.parse(Requests.withoutHeader(SIGNED, "Authorization")).isEmpty());
  }

  @Test
  void everythingThatIsMissingIsNamed() {
    HttpRequest bare =
        Requests.withHeader(
            Requests.withoutHeader(SIGNED, "X-Amz-Date"), "Authorization", "AWS4-HMAC-SHA256");
    String message = refused("IncompleteSignature", 400, bare);
    assertTrue(
        message.startsWith(
            "Authorization header requires 'Credential' parameter. Authorization header requires"
                + " 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter."
                + " Authorization header requires existence of either a 'X-Amz-Date' or a 'Date'"
                + " header. (Hashed with SHA-256 and encoded with Base64) Authorization="),
        message);
    assertTrue(
        message.endsWith("Authorization=YI2YWea8FSxnksZL2ETHbs5elHm9HQufxTLK0W0ffV0="), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Credential", "SignedHeaders", "Signature"})
  void onePartMissingIsNamedAlone(String part) {
    String message =
        refused(
            "IncompleteSignature",
            400,
            Requests.withAuthorization(SIGNED, part + '=', "Other" + part + '='));
    assertTrue(
        message.startsWith("Authorization header requires '" + part + "' parameter. (Hashed with"),
        message);
  }

  @Test
  void aPartWithoutEqualSignIsNotRepeated() {
    HttpRequest spaced = Requests.withAuthorization(SIGNED, "Credential=", "Credential= ");
    String message = refused("IncompleteSignature", 400, spaced);
    assertTrue(message.startsWith("Invalid key=value pair (missing equal-sign) in Authorization"));
    assertFalse(message.contains("AKIDEXAMPLE"), message);
  }

  @ParameterizedTest
  @CsvSource({"', ',','", "', ',', \t'", "', ',' , '"})
  void partsAreSeparatedByCommasOrSpaces(String from, String to) {
    HttpRequest request = Requests.withAuthorization(SIGNED, from, to);
    Requests.verify(request, Requests.BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Algorithm",
        "X-Amz-Credential",
        "X-Amz-Signature",
        "X-Amz-SignedHeaders",
        "X-Amz-Date"
      })
  void aPresignedUrlNamesWhatItLacks(String name) {
    HttpRequest request =
        Requests.withQuery(PRESIGNED, PRESIGNED.rawQuery().replace(name + '=', "Other="));
    assertEquals(
        "AWS query-string parameters must include '"
            + name
            + "'. Re-examine the query-string parameters.",
        refused("IncompleteSignature", 400, request));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Other=x", "=x", "Signature2="})
  void aPartThatMeansNothingIsIgnored(String part) {
    HttpRequest request = Requests.withAuthorization(SIGNED, "Credential=", part + ", Credential=");
    Requests.verify(request, Requests.BODY);
  }

  @Test
  void aTokenAloneIsNoSignature() {
    HttpRequest request = Requests.withQuery(PRESIGNED, "X-Amz-Security-Token=x");
    String message = refused("IncompleteSignature", 400, request);
    assertTrue(message.startsWith("AWS query-string parameters must include 'X-Amz-Algorithm'. "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AKID/20260314/us-east-1/iam",
        "AKID/x/20260314/us-east-1/iam/aws4_request",
        "AKIDEXAMPLE"
      })
  void aCredentialHasFiveElements(String credential) {
    assertEquals(
        "Credential must have exactly 5 slash-delimited elements, e.g."
            + " keyid/date/region/service/term",
        refused("IncompleteSignature", 400, withCredential(credential)));
  }

  @Test
  void aScopeHasATerminator() {
    assertEquals(
        "Credential should be scoped with a valid terminator: 'aws4_request'. ",
        refused(
            "SignatureDoesNotMatch",
            403,
            withCredential("AKID/20260314/us-east-1/iam/aws3_request")));
  }

  /// The wording of those that only others raise.
  @Test
  void theOtherErrorsReadAsAwss() {
    assertError(
        "MissingAuthenticationToken",
        "Request is missing Authentication Token",
        SigningErrors.missingAuthenticationToken());
    assertError(
        "InvalidClientTokenId",
        "The security token included in the request is invalid.",
        SigningErrors.invalidClientTokenId());
    assertError(
        "ExpiredToken",
        "The security token included in the request is expired",
        SigningErrors.expiredToken());
    assertError(
        "SignatureDoesNotMatch",
        "Credential should be scoped to correct service: 'iam'. ",
        SigningErrors.wrongService("iam"));
  }

  private static void assertError(String code, String message, ServiceError error) {
    assertEquals(code, error.code());
    assertEquals(message, error.message());
    assertEquals(403, error.status());
  }

  private static HttpRequest withCredential(String credential) {
    return Requests.withAuthorization(
        SIGNED, "AKIDEXAMPLE/20260314/us-east-1/iam/aws4_request", credential);
  }

  private static String refused(String code, int status, HttpRequest request) {
    var error = assertThrows(ServiceError.class, () -> SignedRequest.parse(request));
    assertEquals(code, error.code(), error.message());
    assertEquals(status, error.status());
    return error.message();
  }
}

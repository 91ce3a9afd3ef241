package io.claviger.wire.sigv4;

import static io.claviger.wire.sigv4.Requests.MISMATCH;
import static io.claviger.wire.sigv4.Requests.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.wire.http.HttpRequest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on what a signature is for: region, service and day.
class ScopeAbuseTest {

  private static final String LONG_REGION =
      "us-east-us-east-us-east-us-east-us-east-us-east-us-east-us-east-1";
  private static final String NOON = PlainSigner.NOON.timestamp();

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
}

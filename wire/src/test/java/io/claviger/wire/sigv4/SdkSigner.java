package io.claviger.wire.sigv4;

import io.claviger.wire.LoopbackHttpClient;
import io.claviger.wire.http.HttpRequest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/// Signs requests with AWS's own signer.
///
/// @param token null for long-term credentials
record SdkSigner(String accessKeyId, String secret, @Nullable String token, Instant now) {

  static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  static final SdkSigner LONG_TERM = new SdkSigner("AKIDEXAMPLE", SECRET, null, NOON);
  static final SdkSigner SESSION = new SdkSigner("ASIDEXAMPLE", SECRET, "sess/ion+token==", NOON);

  /// A request with the signature in the header `Authorization`.
  HttpRequest sign(SdkHttpRequest request, byte[] body) {
    return sign(request, body, _ -> {});
  }

  /// A request with the signature in the query string.
  HttpRequest presign(SdkHttpRequest request, Duration expires) {
    return sign(
        request,
        new byte[0],
        properties ->
            properties
                .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, expires));
  }

  private HttpRequest sign(
      SdkHttpRequest request,
      byte[] body,
      Consumer<SignRequest.Builder<AwsCredentialsIdentity>> properties) {
    var signed =
        AwsV4HttpSigner.create()
            .sign(builder -> {
              builder
                  .identity(identity())
                  .request(request)
                  .payload(() -> new ByteArrayInputStream(body))
                  .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC))
                  .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "iam")
                  .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1");
              properties.accept(builder);
            });
    return LoopbackHttpClient.fromSdk(signed.request(), body);
  }

  private AwsCredentialsIdentity identity() {
    return token == null
        ? AwsCredentialsIdentity.create(accessKeyId, secret)
        : AwsSessionCredentialsIdentity.create(accessKeyId, secret, token);
  }

  /// A POST of a form, as the SDKs call IAM.
  static SdkHttpRequest post() {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.POST)
        .uri(URI.create("https://iam.amazonaws.com/"))
        .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .build();
  }

  /// A GET with the parameters in the query string.
  static SdkHttpRequest get() {
    return SdkHttpRequest.builder()
        .method(SdkHttpMethod.GET)
        .uri(URI.create("https://iam.amazonaws.com/"))
        .putRawQueryParameter("Action", "ListUsers")
        .putRawQueryParameter("Version", "2010-05-08")
        .build();
  }
}

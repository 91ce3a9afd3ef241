package io.claviger.wire.sigv4;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.UrlEncoded;
import io.claviger.wire.http.UrlEncoded.Parameter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/// What AWS's signer signs is verified here, and nothing else.
class SecondOpinionTest {

  private static final long SEED = 4260;
  private static final int ROUNDS = 400;
  private static final List<String> PIECES =
      List.of(
          "a", "B", "9", " ", "  ", "+", "%", "%20", "&", "=", "/", "~", "*", "'", "(", "é", "汉",
          "😀", "-", "_", ".", ":", ";", "a-b", "!", "$", "@");
  private static final List<String> HEADER_VALUES =
      List.of("plain", "  a   b  ", "x,y", "\"q  q\"", "", "a=b;c", "  ");

  @Test
  void whatTheSdkSignsIsVerified() {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] body =
          random.nextBoolean() ? Requests.BODY : text(random).getBytes(StandardCharsets.UTF_8);
      HttpRequest request = signer(random).sign(request(random), body);
      assertDoesNotThrow(() -> Requests.verify(request, body), () -> context(request));
    }
  }

  @Test
  void whatTheSdkPresignsIsVerified() {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Duration expires = Duration.ofSeconds(1 + random.nextInt(604_800));
      HttpRequest request = signer(random).presign(request(random), expires);
      assertDoesNotThrow(() -> Requests.verify(request, Requests.NO_BODY), () -> context(request));
      assertTrue(SignedRequest.parse(request).orElseThrow().isPresigned());
    }
  }

  /// Each part of a request in turn is left out or altered.
  @Test
  void whateverIsAlteredAfterSigningIsRefused() {
    var random = new Random(SEED);
    for (int round = 0; round < ROUNDS / 4; round++) {
      HttpRequest request = signer(random).sign(request(random), Requests.BODY);
      SignedRequest signed = SignedRequest.parse(request).orElseThrow();
      for (String name : signed.signedHeaders()) {
        assertRefused(Requests.withoutHeader(request, name));
        String value = String.join(",", request.headers(name));
        assertRefused(Requests.withHeader(request, name, value + 'x'));
        assertRefused(Requests.withAddedHeader(request, name, "x"));
      }
      assertRefused(Requests.withMethod(request, "PUT"));
      assertRefused(Requests.withPath(request, request.rawPath() + "x"));
      assertRefused(Requests.withPath(request, request.rawPath() + "/"));
      assertRefused(Requests.withQuery(request, request.rawQuery() + "&added=1"));
      List<Parameter> parameters = UrlEncoded.parse(request.rawQuery());
      for (int i = 0; i < parameters.size(); i++) {
        assertRefused(Requests.withQuery(request, encodedWithout(parameters, i, List.of())));
        Parameter one = parameters.get(i);
        Parameter other = new Parameter(one.name(), one.value() + 'x');
        assertRefused(Requests.withQuery(request, encodedWithout(parameters, i, List.of(other))));
      }
      byte[] otherBody = "Action=ListRoles&Version=2010-05-08".getBytes(StandardCharsets.UTF_8);
      Requests.refused("SignatureDoesNotMatch", request, otherBody);
    }
  }

  private static void assertRefused(HttpRequest request) {
    boolean isVerified = true;
    try {
      Requests.verify(request, Requests.BODY);
    } catch (ServiceError _) {
      isVerified = false;
    }
    assertFalse(isVerified, () -> context(request));
  }

  private static String encodedWithout(List<Parameter> all, int left, List<Parameter> added) {
    List<Parameter> kept = new ArrayList<>(all);
    kept.remove(left);
    kept.addAll(added);
    return kept.stream()
        .map(p -> UrlEncoded.encode(p.name()) + '=' + UrlEncoded.encode(p.value()))
        .collect(Collectors.joining("&"));
  }

  private static SdkSigner signer(RandomGenerator random) {
    return random.nextBoolean() ? SdkSigner.LONG_TERM : SdkSigner.SESSION;
  }

  private static SdkHttpRequest request(RandomGenerator random) {
    SdkHttpRequest.Builder builder =
        SdkHttpRequest.builder()
            .method(random.nextBoolean() ? SdkHttpMethod.POST : SdkHttpMethod.GET)
            .uri(URI.create("https://iam.amazonaws.com:4260"))
            .encodedPath(path(random));
    for (int i = random.nextInt(6); i > 0; i--) {
      builder.appendRawQueryParameter("p" + text(random), text(random));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String value = HEADER_VALUES.get(random.nextInt(HEADER_VALUES.size()));
      builder.appendHeader("X-Test-" + random.nextInt(3), value);
    }
    return builder.build();
  }

  private static String path(RandomGenerator random) {
    var path = new StringBuilder("/");
    for (int i = random.nextInt(4); i > 0; i--) {
      path.append('s').append(UrlEncoded.encode(text(random))).append(i > 1 ? "/" : "");
    }
    return path.toString();
  }

  private static String text(RandomGenerator random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String context(HttpRequest request) {
    return "seed " + SEED + ": " + request;
  }
}

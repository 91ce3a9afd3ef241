package io.claviger.access;

import io.claviger.base.SecretText;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs a request for IAM as a client does: Signature Version 4, in a header or presigned.
///
/// @param token null for long-term credentials
record TestSigner(String accessKeyId, SecretText secret, @Nullable SecretText token) {

  static final byte[] BODY = "Action=ListUsers&Version=2010-05-08".getBytes(StandardCharsets.UTF_8);

  static TestSigner of(Credentials credentials) {
    return new TestSigner(
        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
  }

  TestSigner withToken(@Nullable SecretText other) {
    return new TestSigner(accessKeyId, secret, other);
  }

  HttpRequest sign(Instant now) {
    Map<String, String> headers = new TreeMap<>();
    headers.put("host", "iam.example");
    headers.put("x-amz-date", timestamp(now));
    if (token != null) {
      headers.put("x-amz-security-token", token.reveal());
    }
    String names = String.join(";", headers.keySet());
    String signature = signature(now, "POST", "", headers, BODY);
    List<Header> all = new ArrayList<>();
    headers.forEach((name, value) -> all.add(new Header(name, value)));
    all.add(
        new Header(
            "authorization",
            "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                .formatted(accessKeyId, scope(now), names, signature)));
    return request("POST", "", all, BODY);
  }

  HttpRequest presign(Instant now) {
    Map<String, String> query = new TreeMap<>();
    query.put("Action", "ListUsers");
    query.put("Version", "2010-05-08");
    query.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
    query.put("X-Amz-Credential", accessKeyId + "/" + scope(now));
    query.put("X-Amz-Date", timestamp(now));
    query.put("X-Amz-Expires", "900");
    query.put("X-Amz-SignedHeaders", "host");
    if (token != null) {
      query.put("X-Amz-Security-Token", token.reveal());
    }
    String unsigned =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    Map<String, String> headers = new TreeMap<>(Map.of("host", "iam.example"));
    String signature = signature(now, "GET", unsigned, headers, new byte[0]);
    return request(
        "GET",
        unsigned + "&X-Amz-Signature=" + signature,
        List.of(new Header("host", "iam.example")),
        new byte[0]);
  }

  private static HttpRequest request(
      String method, String query, List<Header> headers, byte[] body) {
    return new HttpRequest(
        method,
        "/",
        query,
        headers,
        new ByteArrayInputStream(body),
        InetAddress.getLoopbackAddress(),
        false);
  }

  private String signature(
      Instant now, String method, String query, Map<String, String> headers, byte[] body) {
    String lines =
        headers.entrySet().stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue() + "\n")
            .collect(Collectors.joining());
    String canonical =
        String.join(
            "\n", method, "/", query, lines, String.join(";", headers.keySet()), hash(body));
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            timestamp(now),
            scope(now),
            hash(canonical.getBytes(StandardCharsets.UTF_8)));
    byte[] key = ("AWS4" + secret.reveal()).getBytes(StandardCharsets.UTF_8);
    for (String part : scope(now).split("/", -1)) {
      key = hmac(key, part);
    }
    return HexFormat.of().formatHex(hmac(key, toSign));
  }

  private static String scope(Instant now) {
    return timestamp(now).substring(0, 8) + "/eu-north-1/iam/aws4_request";
  }

  private static String timestamp(Instant now) {
    return DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").format(now.atOffset(ZoneOffset.UTC));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "RAW"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}

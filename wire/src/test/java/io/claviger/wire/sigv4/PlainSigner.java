package io.claviger.wire.sigv4;

import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A textbook signer that signs what it is told to, also where a careful one would not: the
/// canonical request is given as text, and so is what is sent.
///
/// @param timestamp `20260314T120000Z`
/// @param scope `20260314/us-east-1/iam/aws4_request`
record PlainSigner(String secret, String timestamp, String scope) {

  static final PlainSigner NOON =
      new PlainSigner(SdkSigner.SECRET, "20260314T120000Z", "20260314/us-east-1/iam/aws4_request");
  static final String EMPTY_HASH = hash("");

  /// The signature of a canonical request.
  String signature(String canonicalRequest) {
    byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) {
      key = hmac(key, part);
    }
    String stringToSign =
        "AWS4-HMAC-SHA256\n" + timestamp + '\n' + scope + '\n' + hash(canonicalRequest);
    return HexFormat.of().formatHex(hmac(key, stringToSign));
  }

  /// The value of a header `Authorization`.
  String authorization(String signedHeaders, String canonicalRequest) {
    return "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"
        + scope
        + ", SignedHeaders="
        + signedHeaders
        + ", Signature="
        + signature(canonicalRequest);
  }

  /// A GET of `rawPath?rawQuery` with these headers, `Host` first, signed for the canonical path,
  /// query and headers given.
  HttpRequest get(
      String rawPath,
      String rawQuery,
      List<Header> headers,
      String canonicalPath,
      String canonicalQuery,
      String canonicalHeaders,
      String signedHeaders) {
    String canonical =
        String.join(
            "\n",
            "GET",
            canonicalPath,
            canonicalQuery,
            canonicalHeaders,
            signedHeaders,
            EMPTY_HASH);
    List<Header> sent = new ArrayList<>(headers);
    sent.add(new Header("Authorization", authorization(signedHeaders, canonical)));
    return new HttpRequest(
        "GET",
        rawPath,
        rawQuery,
        sent,
        InputStream.nullInputStream(),
        InetAddress.getLoopbackAddress(),
        false);
  }

  /// A GET whose headers are the usual ones.
  HttpRequest get(String rawPath, String rawQuery, String canonicalPath, String canonicalQuery) {
    return get(
        rawPath,
        rawQuery,
        List.of(new Header("Host", "iam"), new Header("X-Amz-Date", timestamp)),
        canonicalPath,
        canonicalQuery,
        "host:iam\nx-amz-date:" + timestamp + '\n',
        "host;x-amz-date");
  }

  /// A GET of `/` with `headers` added to the usual ones.
  HttpRequest get(List<Header> headers, String canonicalHeaders, String signedHeaders) {
    List<Header> all = new ArrayList<>(List.of(new Header("Host", "iam")));
    all.addAll(headers);
    return get("/", "", all, "/", "", canonicalHeaders, signedHeaders);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}

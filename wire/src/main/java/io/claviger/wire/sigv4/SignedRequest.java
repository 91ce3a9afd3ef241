package io.claviger.wire.sigv4;

import io.claviger.base.SecretText;
import io.claviger.wire.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a request says of its signature. Nothing of it is verified yet.
public final class SignedRequest {

  private final String accessKeyId;
  private final CredentialScope scope;
  private final List<String> signedHeaders;
  private final String signature;
  private final @Nullable SecretText sessionToken;
  private final Instant timestamp;
  private final boolean isPresigned;

  SignedRequest(
      Credential credential,
      List<String> signedHeaders,
      String signature,
      @Nullable SecretText sessionToken,
      Instant timestamp,
      boolean isPresigned) {
    this.accessKeyId = credential.accessKeyId();
    this.scope = credential.scope();
    this.signedHeaders = List.copyOf(signedHeaders);
    this.signature = signature;
    this.sessionToken = sessionToken;
    this.timestamp = timestamp;
    this.isPresigned = isPresigned;
  }

  /// What `request` says of its signature, or empty when it is not signed. Whoever needs a
  /// signature then answers [SigningErrors#missingAuthenticationToken()].
  ///
  /// @throws io.claviger.wire.ServiceError when the request is signed in a way that is incomplete,
  ///   that can be read in more than one way, or that is not Signature Version 4 with HMAC
  public static Optional<SignedRequest> parse(HttpRequest request) {
    PresignedQuery query = PresignedQuery.of(request);
    List<String> authorization = request.headers("authorization");
    if (authorization.isEmpty()) {
      return query.isEmpty() ? Optional.empty() : Optional.of(query.signedRequest(request));
    }
    if (authorization.size() > 1 || !query.isEmpty()) {
      throw SigningErrors.severalSignatures();
    }
    return Optional.of(AuthorizationHeader.parse(authorization.getFirst(), request));
  }

  /// One to 128 letters, digits and underscores.
  public String accessKeyId() {
    return accessKeyId;
  }

  public CredentialScope scope() {
    return scope;
  }

  /// In lower case, sorted, each once.
  public List<String> signedHeaders() {
    return signedHeaders;
  }

  /// As sent; may be anything.
  public String signature() {
    return signature;
  }

  /// The token that temporary credentials come with. It is part of what is signed.
  public Optional<SecretText> sessionToken() {
    return Optional.ofNullable(sessionToken);
  }

  /// When the client says it signed, in whole seconds.
  public Instant timestamp() {
    return timestamp;
  }

  /// Whether the signature stands in the query string.
  public boolean isPresigned() {
    return isPresigned;
  }
}

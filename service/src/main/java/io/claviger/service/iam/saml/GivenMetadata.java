package io.claviger.service.iam.saml;

import io.claviger.access.saml.SamlMetadata;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/// The metadata document of a request.
///
/// @param validUntil in whole seconds; where the document does not say, a hundred years on, as AWS
///   shows it
record GivenMetadata(String document, Instant validUntil) {

  private static final int YEARS = 100;

  /// @throws io.claviger.wire.ServiceError when it does not describe an identity provider
  static GivenMetadata require(String document, Instant now) {
    SamlMetadata metadata =
        SamlMetadata.parse(document).orElseThrow(SamlErrors::unreadableMetadata);
    Instant end =
        Objects.requireNonNullElseGet(
            metadata.validUntil(), () -> now.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant());
    return new GivenMetadata(document, end.truncatedTo(ChronoUnit.SECONDS));
  }
}

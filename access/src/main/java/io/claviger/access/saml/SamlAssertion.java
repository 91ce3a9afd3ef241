package io.claviger.access.saml;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An assertion that was verified: signed by its provider, in time, and meant for us.
///
/// @param id the provider's name for it, which it uses once
/// @param subject the `NameID`
/// @param subjectType its format, short where SAML 2.0 defines it: `persistent`; null where it is
///   not said
/// @param recipient the address that it was sent to
/// @param redeemableUntil when it is refused as too old
/// @param sessionEnds when the provider's own session ends, and with it every other; or null
public record SamlAssertion(
    String id,
    String issuer,
    String subject,
    @Nullable String subjectType,
    String recipient,
    Instant redeemableUntil,
    @Nullable Instant sessionEnds,
    AwsAttributes aws,
    SamlAttributes attributes) {}

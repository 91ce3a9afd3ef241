package io.claviger.access.saml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// An assertion that was verified: signed by its provider, in time, and meant for us.
///
/// @param id the provider's name for it, which it uses once
/// @param subject the `NameID`
/// @param subjectType its format, short where SAML 2.0 defines it: `persistent`; null where it is
///   not said
/// @param recipient the address that it was sent to
/// @param redeemableUntil the last moment at which it is not refused as too old
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
    SamlAttributes attributes) {

  /// What stands for the use of this assertion by a role: short, and of no other assertion.
  public String markFor(String roleArn) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (String part : new String[] {issuer, id, roleArn}) {
        hash.update(part.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) 0);
      }
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}

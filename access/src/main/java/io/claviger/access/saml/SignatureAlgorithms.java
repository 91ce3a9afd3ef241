package io.claviger.access.saml;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/// What a signature may be made with. Nothing that rests on SHA-1 or MD5, nothing with a shared
/// secret, and of the transformations the two that SAML asks for.
///
/// Rule: SAML 2.0 Core, section 5.4; the identifiers are those of XML Signature and RFC 9231.
final class SignatureAlgorithms {

  static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
  static final String ENVELOPED = Names.SIGNATURE + "enveloped-signature";

  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
  private static final String NEWER = "http://www.w3.org/2007/05/xmldsig-more#";

  private static final Set<String> RSA =
      Set.of(
          MORE + "rsa-sha256",
          MORE + "rsa-sha384",
          MORE + "rsa-sha512",
          NEWER + "sha256-rsa-MGF1",
          NEWER + "sha384-rsa-MGF1",
          NEWER + "sha512-rsa-MGF1");
  private static final Set<String> ELLIPTIC =
      Set.of(MORE + "ecdsa-sha256", MORE + "ecdsa-sha384", MORE + "ecdsa-sha512");
  private static final Set<String> DIGESTS =
      Set.of(Names.ENCRYPTION + "sha256", MORE + "sha384", Names.ENCRYPTION + "sha512");

  private SignatureAlgorithms() {}

  /// Whether a key of that kind can have made such a signature. The algorithm is the document's
  /// word, so it has to fit the key and never the other way round.
  static boolean fits(String signature, PublicKey key) {
    return switch (key) {
      case RSAPublicKey _ -> RSA.contains(signature);
      case ECPublicKey _ -> ELLIPTIC.contains(signature);
      default -> false;
    };
  }

  static boolean isDigest(String algorithm) {
    return DIGESTS.contains(algorithm);
  }
}

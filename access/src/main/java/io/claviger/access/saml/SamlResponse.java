package io.claviger.access.saml;

import io.claviger.wire.ServiceError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// An authentication response as it came, from which its assertion is taken. Nothing is believed of
/// it but what its provider has signed: the response, the assertion in it, or both.
///
/// SAML 2.0 Core, section 3.2.2; which of the two is signed is the provider's choice.
record SamlResponse(Element element) {

  /// @param encoded in base64
  /// @throws ServiceError when it is no response
  static SamlResponse read(String encoded) {
    return text(encoded)
        .flatMap(Xml::parse)
        .map(Document::getDocumentElement)
        .filter(root -> Xml.is(root, Names.PROTOCOL, "Response"))
        .filter(root -> root.getAttributeNS(null, "Version").equals("2.0"))
        .map(SamlResponse::new)
        .orElseThrow(SamlErrors::unreadable);
  }

  /// Always UTF-8, whatever the document declares: one reading for all.
  private static Optional<String> text(String encoded) {
    StringBuilder base64 = new StringBuilder(encoded.length());
    encoded.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> base64.append((char) c));
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.toString());
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (IllegalArgumentException | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /// The one assertion, as signed.
  ///
  /// @throws ServiceError when it isn't signed, or the provider says that it failed
  Element assertion(SamlTrust trust) {
    requireIssuer(element, trust);
    Xml.children(element, Names.ASSERTION, "Assertion").forEach(one -> requireIssuer(one, trust));
    boolean isSigned = Signatures.isClaimedBy(element);
    Element response = isSigned ? signed(element, trust) : element;
    requireSuccess(response);
    requireDestination(response, trust);
    Element assertion = onlyAssertion(response, isSigned, trust);
    if (Signatures.isClaimedBy(assertion)) {
      return signed(assertion, trust);
    }
    if (isSigned) {
      return assertion;
    }
    throw SamlErrors.signatureInvalid();
  }

  private static Element signed(Element element, SamlTrust trust) {
    return Signatures.verified(element, trust.signingKeys())
        .orElseThrow(SamlErrors::signatureInvalid);
  }

  /// Who issued it, if it says so. This is for the answer's sake: the issuer that counts is read
  /// after the signature.
  private static void requireIssuer(Element issued, SamlTrust trust) {
    for (Element issuer : Xml.children(issued, Names.ASSERTION, "Issuer")) {
      require(Xml.text(issuer).equals(trust.entityId()), SamlErrors::otherIssuer);
    }
  }

  private static void requireSuccess(Element response) {
    boolean isSuccess =
        Xml.onlyChild(response, Names.PROTOCOL, "Status")
            .flatMap(status -> Xml.onlyChild(status, Names.PROTOCOL, "StatusCode"))
            .flatMap(code -> Xml.attribute(code, "Value"))
            .filter(Names.SUCCESS::equals)
            .isPresent();
    require(isSuccess, SamlErrors::rejectedByProvider);
  }

  private static void requireDestination(Element response, SamlTrust trust) {
    Optional<String> destination = Xml.attribute(response, "Destination");
    require(
        destination.isEmpty() || trust.address().is(destination.get()), SamlErrors::noRecipient);
  }

  private static Element onlyAssertion(Element response, boolean isSigned, SamlTrust trust) {
    List<Element> plain = Xml.children(response, Names.ASSERTION, "Assertion");
    List<Element> encrypted = Xml.children(response, Names.ASSERTION, "EncryptedAssertion");
    List<Element> all = new ArrayList<>(plain);
    all.addAll(encrypted);
    require(all.size() == 1, SamlErrors::unreadable);
    require(plain.isEmpty() || !trust.isEncryptionRequired(), SamlErrors::encryptionRequired);
    return encrypted.isEmpty()
        ? all.getFirst()
        : new EncryptedAssertion(all.getFirst())
            .decrypt(trust.privateKeys().get(), isSigned)
            .orElseThrow(SamlErrors::signatureInvalid);
  }

  private static void require(boolean holds, Supplier<ServiceError> error) {
    if (!holds) {
      throw error.get();
    }
  }
}

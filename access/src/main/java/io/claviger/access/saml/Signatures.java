package io.claviger.access.saml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Verifies signatures with a provider's keys, and with nothing that the document brings along.
///
/// What comes out is not the element that was looked at but the very bytes whose digest was signed,
/// read anew: so there is nothing that a reader could take for signed which is not.
final class Signatures {

  private static final String SECURE = "org.jcp.xml.dsig.secureValidation";
  private static final String KEEP_DIGESTED = "javax.xml.crypto.dsig.cacheReference";

  private Signatures() {}

  /// Whether an element claims to be signed, rightly or not.
  static boolean isClaimedBy(Element element) {
    return !Xml.children(element, Names.SIGNATURE, "Signature").isEmpty();
  }

  /// What was signed of the element, without the signature itself; empty where none of the keys has
  /// signed it.
  static Optional<Element> verified(Element element, List<PublicKey> keys) {
    Optional<SignatureShape> shape = SignatureShape.of(element);
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    return keys.stream()
        .filter(key -> SignatureAlgorithms.fits(shape.get().method(), key))
        .flatMap(key -> verified(element, shape.get(), key).stream())
        .findFirst();
  }

  private static Optional<Element> verified(Element element, SignatureShape shape, PublicKey key) {
    DOMValidateContext context = new DOMValidateContext(key, shape.signature());
    context.setProperty(SECURE, true);
    context.setProperty(KEEP_DIGESTED, true);
    context.setIdAttributeNS(element, null, "ID");
    try {
      XMLSignature signature =
          XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
      if (!signature.validate(context)) {
        return Optional.empty();
      }
      Reference reference = signature.getSignedInfo().getReferences().getFirst();
      return read(reference.getDigestInputStream())
          .filter(root -> Xml.is(root, element.getNamespaceURI(), element.getLocalName()));
    } catch (MarshalException | XMLSignatureException _) {
      return Optional.empty();
    }
  }

  /// The root of what was digested, which is canonical, hence in UTF-8.
  private static Optional<Element> read(InputStream digested) {
    try (digested) {
      String text = new String(digested.readAllBytes(), StandardCharsets.UTF_8);
      return Xml.parse(text).map(Document::getDocumentElement);
    } catch (IOException e) {
      throw new IllegalStateException("Memory does not fail", e);
    }
  }
}

package io.claviger.access.saml;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// Decrypts an assertion. Only what stands in the document is looked at: what XML Encryption would
/// have fetched from elsewhere is not.
///
/// Rule: SAML 2.0 Core, section 2.3.4. Every failure looks the same from outside.
record EncryptedAssertion(Element element) {

  private static final int MOST_KEYS = 8;

  /// The assertion; empty where none of the keys opens it.
  ///
  /// @param isSigned whether a verified signature covers the ciphertext: only then a cipher is
  ///   taken that does not find out by itself that it was altered
  Optional<Element> decrypt(List<PrivateKey> keys, boolean isSigned) {
    Optional<Element> data = Xml.onlyChild(element, Names.ENCRYPTION, "EncryptedData");
    Optional<ContentCipher> cipher =
        data.flatMap(d -> Xml.onlyChild(d, Names.ENCRYPTION, "EncryptionMethod"))
            .flatMap(method -> Xml.attribute(method, "Algorithm"))
            .flatMap(ContentCipher::of)
            .filter(c -> c.isAuthentic() || isSigned);
    Optional<byte[]> text = data.flatMap(EncryptedAssertion::cipherValue);
    if (data.isEmpty() || cipher.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    for (Element wrapped : encryptedKeys(data.get())) {
      for (PrivateKey key : keys) {
        Optional<Element> assertion =
            plaintext(wrapped, key, cipher.get(), text.get()).flatMap(this::read);
        if (assertion.isPresent()) {
          return assertion;
        }
      }
    }
    return Optional.empty();
  }

  /// The encrypted keys, which stand in the data or beside it.
  private List<Element> encryptedKeys(Element data) {
    List<Element> keys = new ArrayList<>();
    for (Element info : Xml.children(data, Names.SIGNATURE, "KeyInfo")) {
      keys.addAll(Xml.children(info, Names.ENCRYPTION, "EncryptedKey"));
    }
    keys.addAll(Xml.children(element, Names.ENCRYPTION, "EncryptedKey"));
    return keys.size() > MOST_KEYS ? List.of() : keys;
  }

  private static Optional<byte[]> cipherValue(Element encrypted) {
    return Xml.onlyChild(encrypted, Names.ENCRYPTION, "CipherData")
        .flatMap(cipher -> Xml.onlyChild(cipher, Names.ENCRYPTION, "CipherValue"))
        .flatMap(value -> bytes(Xml.text(value)));
  }

  private static Optional<byte[]> bytes(String base64) {
    try {
      return Optional.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> plaintext(
      Element wrapped, PrivateKey key, ContentCipher cipher, byte[] text) {
    Optional<KeyTransport> transport =
        Xml.onlyChild(wrapped, Names.ENCRYPTION, "EncryptionMethod").flatMap(KeyTransport::of);
    Optional<byte[]> encryptedKey = cipherValue(wrapped);
    if (transport.isEmpty() || encryptedKey.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] contentKey = transport.get().decrypt(key, encryptedKey.get());
      return Optional.of(cipher.decrypt(contentKey, text));
    } catch (GeneralSecurityException _) {
      // Not for this key, or altered: which of them is nobody's business.
      return Optional.empty();
    }
  }

  /// Reads the plaintext as it would read in the place of the ciphertext: with the prefixes that
  /// are declared there.
  private Optional<Element> read(byte[] plaintext) {
    StringBuilder document = new StringBuilder("<plaintext");
    prefixes()
        .forEach((name, namespace) ->
            document.append(' ').append(name).append("=\"").append(escaped(namespace)).append('"'));
    document.append('>').append(new String(plaintext, StandardCharsets.UTF_8));
    return Xml.parse(document.append("</plaintext>").toString())
        .map(Document::getDocumentElement)
        .filter(root -> Xml.children(root).size() == 1)
        .flatMap(root -> Xml.onlyChild(root, Names.ASSERTION, "Assertion"));
  }

  /// The declarations that hold where the ciphertext stands, by attribute name.
  private Map<String, String> prefixes() {
    Map<String, String> found = new TreeMap<>();
    for (Node node = element; node instanceof Element at; node = at.getParentNode()) {
      NamedNodeMap attributes = at.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        String name = attributes.item(i).getNodeName();
        if (name.equals("xmlns") || name.startsWith("xmlns:")) {
          found.putIfAbsent(name, attributes.item(i).getNodeValue());
        }
      }
    }
    return found;
  }

  private static String escaped(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}

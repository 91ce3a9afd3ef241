package io.claviger.access.saml;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// What an identity provider says of itself: its name and the keys it signs with.
///
/// The certificates are only a form for keys here, as SAML has it: who issued them and when they
/// end does not count, the metadata's own end does.
///
/// AWS rule: IAM API Reference, "CreateSAMLProvider"; SAML 2.0 Metadata, sections 2.3.2 and 2.4.
///
/// @param entityId the name that assertions carry as their issuer
/// @param signingKeys RSA and elliptic keys, at least one
/// @param validUntil null where the document does not say
public record SamlMetadata(
    String entityId, List<PublicKey> signingKeys, @Nullable Instant validUntil) {

  private static final int MOST_ENTITY_ID_CHARACTERS = 1024;
  private static final int LEAST_RSA_BITS = 1024;
  private static final int MOST_KEYS = 100;

  public SamlMetadata {
    signingKeys = List.copyOf(signingKeys);
  }

  /// Reads the document; empty where it is not the metadata of an identity provider.
  public static Optional<SamlMetadata> parse(String document) {
    return Xml.parse(document)
        .map(Document::getDocumentElement)
        .filter(root -> Xml.is(root, Names.METADATA, "EntityDescriptor"))
        .flatMap(SamlMetadata::read);
  }

  private static Optional<SamlMetadata> read(Element root) {
    List<Element> roles =
        Xml.children(root, Names.METADATA, "IDPSSODescriptor").stream()
            .filter(SamlMetadata::speaksSaml2)
            .toList();
    Optional<String> entityId =
        Xml.attribute(root, "entityID").filter(id -> id.length() <= MOST_ENTITY_ID_CHARACTERS);
    if (entityId.isEmpty() || roles.size() != 1) {
      return Optional.empty();
    }
    Optional<Set<PublicKey>> keys = signingKeys(roles.getFirst());
    Optional<List<Instant>> ends = ends(root, roles.getFirst());
    if (keys.isEmpty() || ends.isEmpty()) {
      return Optional.empty();
    }
    Instant first = ends.get().stream().min(Instant::compareTo).orElse(null);
    return Optional.of(new SamlMetadata(entityId.get(), List.copyOf(keys.get()), first));
  }

  private static boolean speaksSaml2(Element role) {
    String protocols = role.getAttributeNS(null, "protocolSupportEnumeration");
    return List.of(protocols.split("\\s+", -1)).contains(Names.PROTOCOL);
  }

  /// The ends that are given; empty where one of them is no time.
  private static Optional<List<Instant>> ends(Element... elements) {
    List<Instant> ends = new ArrayList<>();
    for (Element element : elements) {
      Optional<String> text = Xml.attribute(element, "validUntil");
      Optional<Instant> end = text.flatMap(Times::parse);
      if (text.isPresent() && end.isEmpty()) {
        return Optional.empty();
      }
      end.ifPresent(ends::add);
    }
    return Optional.of(ends);
  }

  /// The keys of all certificates for signing, also those without a use; empty where one of them
  /// can't be read or holds no usable key.
  private static Optional<Set<PublicKey>> signingKeys(Element role) {
    List<Element> certificates =
        Xml.children(role, Names.METADATA, "KeyDescriptor").stream()
            .filter(key -> Set.of("", "signing").contains(key.getAttributeNS(null, "use")))
            .flatMap(key -> Xml.children(key, Names.SIGNATURE, "KeyInfo").stream())
            .flatMap(info -> Xml.children(info, Names.SIGNATURE, "X509Data").stream())
            .flatMap(data -> Xml.children(data, Names.SIGNATURE, "X509Certificate").stream())
            .toList();
    Set<PublicKey> keys = new LinkedHashSet<>();
    for (Element certificate : certificates) {
      Optional<PublicKey> key = key(certificate).filter(SamlMetadata::isUsable);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    boolean isFew = !keys.isEmpty() && keys.size() <= MOST_KEYS;
    return isFew ? Optional.of(keys) : Optional.empty();
  }

  private static Optional<PublicKey> key(Element certificate) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(Xml.text(certificate));
      return Optional.of(
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der))
              .getPublicKey());
    } catch (CertificateException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isUsable(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
      case ECPublicKey _ -> true;
      default -> false;
    };
  }
}

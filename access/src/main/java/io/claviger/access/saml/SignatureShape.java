package io.claviger.access.saml;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/// What a signature must look like before any of it is computed: it stands in the element that it
/// signs, and signs just that, by its id.
///
/// Rule: SAML 2.0 Core, section 5.4.2 to 5.4.4. Everything that XML Signature offers beyond it is
/// refused, for it is what attacks are made of.
///
/// @param method the identifier of the signature algorithm
record SignatureShape(Element signature, String method) {

  private static final Set<String> ID_NAMES = Set.of("ID", "Id", "id");

  /// The signature of an element; empty where it has none, more than one or another than may be.
  static Optional<SignatureShape> of(Element signed) {
    return Xml.onlyChild(signed, Names.SIGNATURE, "Signature")
        .filter(signature -> hasOnly(signature, List.of("SignedInfo", "SignatureValue", "KeyInfo")))
        .flatMap(signature ->
            Xml.onlyChild(signature, Names.SIGNATURE, "SignedInfo")
                .filter(info -> isPlain(info, signed))
                .flatMap(SignatureShape::method)
                .map(method -> new SignatureShape(signature, method)));
  }

  private static Optional<String> method(Element info) {
    return Xml.onlyChild(info, Names.SIGNATURE, "SignatureMethod").flatMap(SignatureShape::name);
  }

  private static boolean isPlain(Element info, Element signed) {
    boolean isCanonical =
        hasOnly(info, List.of("CanonicalizationMethod", "SignatureMethod", "Reference"))
            && Xml.onlyChild(info, Names.SIGNATURE, "CanonicalizationMethod")
                .flatMap(SignatureShape::name)
                .filter(SignatureAlgorithms.EXCLUSIVE::equals)
                .isPresent();
    return isCanonical
        && Xml.onlyChild(info, Names.SIGNATURE, "Reference")
            .filter(reference -> isTo(signed, reference))
            .filter(SignatureShape::hasPlainTransforms)
            .flatMap(reference -> Xml.onlyChild(reference, Names.SIGNATURE, "DigestMethod"))
            .flatMap(SignatureShape::name)
            .filter(SignatureAlgorithms::isDigest)
            .isPresent();
  }

  /// Whether the reference is to the element's id, which no other element has.
  private static boolean isTo(Element signed, Element reference) {
    String id = signed.getAttributeNS(null, "ID");
    return !id.isEmpty()
        && reference.getAttributeNS(null, "URI").equals("#" + id)
        && idsLike(id, signed.getOwnerDocument()) == 1;
  }

  /// How many attributes that could pass for an id have this value.
  private static int idsLike(String id, Document document) {
    int count = 0;
    NodeList all = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      NamedNodeMap attributes = all.item(i).getAttributes();
      for (int j = 0; j < attributes.getLength(); j++) {
        boolean isSame =
            attributes.item(j) instanceof Attr attribute
                && ID_NAMES.contains(attribute.getLocalName())
                && attribute.getValue().equals(id);
        count += isSame ? 1 : 0;
      }
    }
    return count;
  }

  private static boolean hasPlainTransforms(Element reference) {
    Optional<Element> transforms = Xml.onlyChild(reference, Names.SIGNATURE, "Transforms");
    if (transforms.isEmpty() || !hasOnly(transforms.get(), List.of("Transform"))) {
      return false;
    }
    List<String> names =
        Xml.children(transforms.get()).stream().flatMap(t -> name(t).stream()).toList();
    return names.equals(List.of(SignatureAlgorithms.ENVELOPED, SignatureAlgorithms.EXCLUSIVE));
  }

  /// Whether the children are of these names, each but transforms once at most.
  private static boolean hasOnly(Element parent, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (Element child : Xml.children(parent)) {
      String name = child.getLocalName();
      boolean isKnown = names.contains(name) && Xml.is(child, Names.SIGNATURE, name);
      boolean isRepeated = !seen.add(name) && !name.equals("Transform");
      if (!isKnown || isRepeated) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> name(Element method) {
    return Xml.attribute(method, "Algorithm");
  }
}

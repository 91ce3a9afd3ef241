package io.claviger.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.crypto.Data;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.SignatureMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Signs an element of a document, as well as an identity provider does it or as badly as a test
/// wants it.
///
/// @param key signs: a private key, or a shared secret
/// @param method the identifier of the signature algorithm
/// @param digest the identifier of the digest
/// @param transforms in their order
/// @param canonicalization of what is signed
/// @param hasWholeDocument whether the reference is to the document rather than to the element
public record XmlSigner(
    Key key,
    String method,
    String digest,
    List<String> transforms,
    String canonicalization,
    boolean hasWholeDocument) {

  private static final String EXCLUSIVE = CanonicalizationMethod.EXCLUSIVE;
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

  public XmlSigner {
    transforms = List.copyOf(transforms);
  }

  /// As providers sign.
  public static XmlSigner with(KeyPair keys) {
    String kind = keys.getPrivate().getAlgorithm().equals("EC") ? "ecdsa" : "rsa";
    return new XmlSigner(
        keys.getPrivate(),
        MORE + kind + "-sha256",
        DigestMethod.SHA256,
        List.of(Transform.ENVELOPED, EXCLUSIVE),
        EXCLUSIVE,
        false);
  }

  public XmlSigner method(String other) {
    return new XmlSigner(key, other, digest, transforms, canonicalization, hasWholeDocument);
  }

  public XmlSigner key(Key other) {
    return new XmlSigner(other, method, digest, transforms, canonicalization, hasWholeDocument);
  }

  public XmlSigner digest(String other) {
    return new XmlSigner(key, method, other, transforms, canonicalization, hasWholeDocument);
  }

  public XmlSigner transforms(String... others) {
    return new XmlSigner(key, method, digest, List.of(others), canonicalization, hasWholeDocument);
  }

  public XmlSigner canonicalization(String other) {
    return new XmlSigner(key, method, digest, transforms, other, hasWholeDocument);
  }

  public XmlSigner wholeDocument() {
    return new XmlSigner(key, method, digest, transforms, canonicalization, true);
  }

  /// The document with the first element of that local name signed; the signature follows its
  /// issuer.
  public String sign(String xml, String localName) {
    Document document = parse(xml);
    Element signed = (Element) document.getElementsByTagNameNS("*", localName).item(0);
    signed.setIdAttributeNS(null, "ID", true);
    DOMSignContext context = new DOMSignContext(key, signed);
    Node afterIssuer = afterIssuer(signed);
    if (afterIssuer != null) {
      context.setNextSibling(afterIssuer);
    }
    context.setDefaultNamespacePrefix("ds");
    try {
      XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
      factory
          .newXMLSignature(
              info(factory, hasWholeDocument ? "" : "#" + signed.getAttributeNS(null, "ID")), null)
          .sign(context);
    } catch (GeneralSecurityException | MarshalException | XMLSignatureException e) {
      throw new AssertionError(e);
    }
    return text(document);
  }

  /// A signed document with other things said of what is signed, and that signed anew with RSA: as
  /// whoever has the key could have made it.
  ///
  /// @param jcaMethod of the signature, `SHA256withRSA`
  /// @param change of the text of `SignedInfo`
  public String again(String signed, String jcaMethod, UnaryOperator<String> change) {
    String start = "<ds:SignedInfo>";
    String end = "</ds:SignedInfo>";
    String before = signed.substring(0, signed.indexOf(start));
    String after = signed.substring(signed.indexOf(end) + end.length());
    String info = change.apply(signed.substring(before.length(), signed.length() - after.length()));
    String alone =
        info.replace(start, start.replace(">", " xmlns:ds=\"" + XMLSignature.XMLNS + "\">"));
    try {
      Signature signature = Signature.getInstance(jcaMethod);
      signature.initSign((PrivateKey) key);
      signature.update(canonical(alone));
      String value = Base64.getEncoder().encodeToString(signature.sign());
      String tag = "<ds:SignatureValue>";
      int old = after.indexOf(tag) + tag.length();
      return before
          + info
          + after.substring(0, old)
          + value
          + after.substring(after.indexOf('<', old));
    } catch (GeneralSecurityException | TransformException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] canonical(String xml)
      throws GeneralSecurityException, TransformException, IOException {
    Data octets =
        new OctetStreamData(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    Data canonical =
        XMLSignatureFactory.getInstance("DOM")
            .newCanonicalizationMethod(EXCLUSIVE, (C14NMethodParameterSpec) null)
            .transform(octets, null);
    return ((OctetStreamData) canonical).getOctetStream().readAllBytes();
  }

  private SignedInfo info(XMLSignatureFactory factory, String uri) throws GeneralSecurityException {
    List<Transform> made = transforms.stream().map(name -> transform(factory, name)).toList();
    Reference reference =
        factory.newReference(uri, factory.newDigestMethod(digest, null), made, null, null);
    return factory.newSignedInfo(
        factory.newCanonicalizationMethod(canonicalization, (C14NMethodParameterSpec) null),
        factory.newSignatureMethod(method, (SignatureMethodParameterSpec) null),
        List.of(reference));
  }

  private static Transform transform(XMLSignatureFactory factory, String name) {
    try {
      return factory.newTransform(name, (TransformParameterSpec) null);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Node afterIssuer(Element signed) {
    NodeList children = signed.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if ("Issuer".equals(children.item(i).getLocalName())) {
        return children.item(i).getNextSibling();
      }
    }
    return signed.getFirstChild();
  }

  private static Document parse(String xml) {
    try {
      return DocumentBuilderFactory.newDefaultNSInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Document document) {
    try {
      Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      StringWriter text = new StringWriter();
      transformer.transform(new DOMSource(document), new StreamResult(text));
      return text.toString();
    } catch (TransformerException e) {
      throw new AssertionError(e);
    }
  }
}

package io.claviger.access.saml;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The one parser: no document type, hence no entities; nothing is fetched; bounded in depth and in
/// attributes.
final class Xml {

  private static final String DISALLOW_DOCTYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";
  private static final int MAX_DEPTH = 64;
  private static final int MAX_ATTRIBUTES = 64;

  private Xml() {}

  /// The document; empty where the text is none that may be read.
  static Optional<Document> parse(String text) {
    try {
      DocumentBuilder builder = factory().newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      builder.setEntityResolver((_, _) -> {
        throw new SAXException("Nothing is fetched");
      });
      return Optional.of(builder.parse(new InputSource(new StringReader(text))));
    } catch (SAXException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("Memory does not fail", e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK's parser has these features", e);
    }
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature(DISALLOW_DOCTYPE, true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH));
    factory.setAttribute("jdk.xml.elementAttributeLimit", Integer.toString(MAX_ATTRIBUTES));
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }

  static boolean is(Node node, String namespace, String name) {
    return namespace.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
  }

  /// The child elements of that name, not those further down.
  static List<Element> children(Element parent, String namespace, String name) {
    return children(parent).stream().filter(child -> is(child, namespace, name)).toList();
  }

  /// All child elements, in order.
  static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        found.add(element);
      }
    }
    return found;
  }

  /// The only child element of that name; empty where there is none or more than one.
  static Optional<Element> onlyChild(Element parent, String namespace, String name) {
    List<Element> found = children(parent, namespace, name);
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// All text in an element, comments left out but not a separation: `a<!-- -->b` is `ab`.
  static String text(Element element) {
    return Objects.requireNonNull(element.getTextContent()).strip();
  }

  /// An attribute without a namespace; empty where it is absent or says nothing.
  static Optional<String> attribute(Element element, String name) {
    String value = element.getAttributeNS(null, name);
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /// Everything that is wrong is an end, and nothing is printed.
  private static final class Strict implements ErrorHandler {

    @Override
    public void warning(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}

package io.claviger.access.saml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/// What an assertion says of its subject, by the names of the attributes. Names are told apart by
/// case.
///
/// Where an attribute stands there more than once, its values count as if they stood in one.
///
/// @param values in the document's order, not to be changed
public record SamlAttributes(Map<String, List<String>> values) {

  static SamlAttributes of(Element assertion) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Element statement : Xml.children(assertion, Names.ASSERTION, "AttributeStatement")) {
      for (Element attribute : Xml.children(statement, Names.ASSERTION, "Attribute")) {
        String name = attribute.getAttributeNS(null, "Name");
        List<String> texts = values.computeIfAbsent(name, _ -> new ArrayList<>());
        Xml.children(attribute, Names.ASSERTION, "AttributeValue")
            .forEach(value -> texts.add(Xml.text(value)));
      }
    }
    return new SamlAttributes(values);
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  Stream<String> names() {
    return values.keySet().stream();
  }
}

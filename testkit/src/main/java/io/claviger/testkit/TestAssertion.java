package io.claviger.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// An authentication response with one assertion, put together for a test. What a test wants
/// otherwise it replaces in the text before it signs.
public final class TestAssertion {

  public static final String SIGN_IN = "https://signin.aws.amazon.com/saml";
  public static final String AWS = "https://aws.amazon.com/SAML/Attributes/";

  private final String issuer;
  private final Instant issued;
  private final String id;
  private final List<String> attributes = new ArrayList<>();
  private String nameId = "bob";
  private String address = SIGN_IN;

  private TestAssertion(String issuer, Instant issued, String id) {
    this.issuer = issuer;
    this.issued = issued;
    this.id = id;
  }

  /// Issued at that moment, without attributes.
  public static TestAssertion of(String issuer, Instant issued) {
    return new TestAssertion(issuer, issued, "_a1");
  }

  /// Another one of the same provider.
  public TestAssertion id(String other) {
    TestAssertion result = new TestAssertion(issuer, issued, other);
    result.attributes.addAll(attributes);
    result.nameId = nameId;
    result.address = address;
    return result;
  }

  public TestAssertion nameId(String other) {
    nameId = other;
    return this;
  }

  /// Sent to this address and meant for it.
  public TestAssertion address(String other) {
    address = other;
    return this;
  }

  /// With an attribute of AWS's: `RoleSessionName`.
  public TestAssertion aws(String name, String... values) {
    return attribute(AWS + name, values);
  }

  public TestAssertion attribute(String name, String... values) {
    StringBuilder text = new StringBuilder("<saml:Attribute Name=\"" + name + "\">");
    for (String value : values) {
      text.append("<saml:AttributeValue>").append(value).append("</saml:AttributeValue>");
    }
    attributes.add(text.append("</saml:Attribute>").toString());
    return this;
  }

  /// The response, unsigned.
  public String xml() {
    Instant end = issued.plus(Duration.ofMinutes(10));
    return """
    <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
    xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r1" Version="2.0" \
    IssueInstant="%2$s" Destination="%6$s"><saml:Issuer>%1$s</saml:Issuer><samlp:Status>\
    <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>\
    <saml:Assertion ID="%4$s" Version="2.0" IssueInstant="%2$s"><saml:Issuer>%1$s</saml:Issuer>\
    <saml:Subject><saml:NameID \
    Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">%5$s</saml:NameID>\
    <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">\
    <saml:SubjectConfirmationData NotOnOrAfter="%3$s" Recipient="%6$s"/>\
    </saml:SubjectConfirmation></saml:Subject>\
    <saml:Conditions NotBefore="%2$s" NotOnOrAfter="%3$s"><saml:AudienceRestriction>\
    <saml:Audience>%6$s</saml:Audience></saml:AudienceRestriction></saml:Conditions>\
    <saml:AuthnStatement AuthnInstant="%2$s" SessionIndex="_a1"><saml:AuthnContext/>\
    </saml:AuthnStatement><saml:AttributeStatement>%7$s</saml:AttributeStatement>\
    </saml:Assertion></samlp:Response>\
    """
        .formatted(issuer, issued, end, id, nameId, address, String.join("", attributes));
  }

  public static String base64(String xml) {
    return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
  }
}

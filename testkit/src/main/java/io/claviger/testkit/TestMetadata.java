package io.claviger.testkit;

import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The metadata of a SAML identity provider, put together for a test.
public final class TestMetadata {

  private final String entityId;
  private final List<String> keys = new ArrayList<>();
  private String rootAttributes = "";

  private TestMetadata(String entityId) {
    this.entityId = entityId;
  }

  public static TestMetadata of(String entityId) {
    return new TestMetadata(entityId);
  }

  /// With a key for signing.
  public TestMetadata signing(TestCertificate certificate) {
    return key(" use=\"signing\"", certificate);
  }

  /// With a key.
  ///
  /// @param use as the attribute stands in the element, with a blank before it; empty for none
  public TestMetadata key(String use, TestCertificate certificate) {
    try {
      return key(
          use, Base64.getMimeEncoder().encodeToString(certificate.certificate().getEncoded()));
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  /// With a key whose certificate is this text.
  public TestMetadata key(String use, String certificate) {
    keys.add(
        """
        <md:KeyDescriptor%s><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
        <ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
        """
            .formatted(use, certificate));
    return this;
  }

  /// With attributes of the root element besides its name: ` validUntil="…"`.
  public TestMetadata attributes(String more) {
    rootAttributes = more;
    return this;
  }

  /// The document, which is at least a thousand characters long.
  public String document() {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s"%s>
    <!-- %s -->
    <md:IDPSSODescriptor WantAuthnRequestsSigned="false"
     protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    %s<md:NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</md:NameIDFormat>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
     Location="https://idp.example.com/sso"/>
    </md:IDPSSODescriptor></md:EntityDescriptor>
    """
        .formatted(entityId, rootAttributes, "x".repeat(600), String.join("", keys));
  }
}

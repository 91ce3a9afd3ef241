package io.claviger.access.saml;

import io.claviger.base.AccountId;
import io.claviger.policy.decide.RequestContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The condition keys that an assertion gives to trust policies.
///
/// AWS rule: IAM User Guide, "Available keys for SAML-based AWS STS federation", and "Configure
/// SAML assertions for the authentication response", "Mapping SAML attributes to AWS trust policy
/// context keys".
public final class SamlKeys {

  private static final String PERSON = "urn:oid:1.3.6.1.4.1.5923.1.1.1.";
  private static final String ORGANIZATION = "urn:oid:1.3.6.1.4.1.5923.1.2.1.";
  private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

  /// @param attribute the name in the assertion
  /// @param isMany whether the key has all the attribute's values rather than the first
  private record Mapping(String attribute, String key, boolean isMany) {}

  /// Of several attributes with the same key, the first that the assertion has counts.
  private static final List<Mapping> MAPPINGS =
      List.of(
          many(PERSON + "1", "saml:edupersonaffiliation"),
          many(PERSON + "2", "saml:edupersonnickname"),
          one(PERSON + "3", "saml:edupersonorgdn"),
          many(PERSON + "4", "saml:edupersonorgunitdn"),
          one(PERSON + "5", "saml:edupersonprimaryaffiliation"),
          one(PERSON + "6", "saml:edupersonprincipalname"),
          many(PERSON + "7", "saml:edupersonentitlement"),
          one(PERSON + "8", "saml:edupersonprimaryorgunitdn"),
          many(PERSON + "9", "saml:edupersonscopedaffiliation"),
          many(PERSON + "10", "saml:edupersontargetedid"),
          many(PERSON + "11", "saml:edupersonassurance"),
          many(ORGANIZATION + "2", "saml:eduorghomepageuri"),
          many(ORGANIZATION + "3", "saml:eduorgidentityauthnpolicyuri"),
          many(ORGANIZATION + "4", "saml:eduorglegalname"),
          many(ORGANIZATION + "5", "saml:eduorgsuperioruri"),
          many(ORGANIZATION + "6", "saml:eduorgwhitepagesuri"),
          many("urn:oid:2.5.4.3", "saml:cn"),
          one(CLAIMS + "name", "saml:name"),
          one("http://schemas.xmlsoap.org/claims/CommonName", "saml:commonName"),
          one(CLAIMS + "givenname", "saml:givenName"),
          one(CLAIMS + "surname", "saml:surname"),
          one(CLAIMS + "emailaddress", "saml:mail"),
          one(
              "http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid",
              "saml:primaryGroupSID"),
          one("2.5.4.3", "saml:commonName"),
          one("2.5.4.4", "saml:surname"),
          one("2.5.4.42", "saml:givenName"),
          one("2.5.4.45", "saml:x500UniqueIdentifier"),
          one("0.9.2342.19200300.100.1.1", "saml:uid"),
          one("0.9.2342.19200300.100.1.3", "saml:mail"),
          one("0.9.2342.19200300.100.1.45", "saml:organizationStatus"));

  private SamlKeys() {}

  private static Mapping one(String attribute, String key) {
    return new Mapping(attribute, key, false);
  }

  private static Mapping many(String attribute, String key) {
    return new Mapping(attribute, key, true);
  }

  /// The keys of an assertion.
  ///
  /// @param account that the provider is of
  /// @param provider its name
  public static RequestContext of(SamlAssertion assertion, AccountId account, String provider) {
    RequestContext context =
        RequestContext.EMPTY
            .with("saml:aud", assertion.recipient())
            .with("saml:doc", account.digits() + '/' + provider)
            .with("saml:iss", assertion.issuer())
            .with("saml:namequalifier", nameQualifier(assertion, account, provider))
            .with("saml:sub", assertion.subject());
    if (assertion.subjectType() != null) {
      context = context.with("saml:sub_type", assertion.subjectType());
    }
    return withAttributes(context, assertion.attributes());
  }

  private static RequestContext withAttributes(RequestContext given, SamlAttributes attributes) {
    RequestContext context = given;
    Set<String> taken = new HashSet<>();
    for (Mapping mapping : MAPPINGS) {
      List<String> values = attributes.all(mapping.attribute());
      if (values.isEmpty() || !taken.add(mapping.key())) {
        continue;
      }
      context =
          mapping.isMany()
              ? context.with(mapping.key(), values)
              : context.with(mapping.key(), values.getFirst());
    }
    return context;
  }

  /// What makes a subject unique over all providers.
  ///
  /// AWS rule: STS API Reference, "AssumeRoleWithSAML", `NameQualifier`: "BASE64 ( SHA1 (
  /// "https://example.com/saml" + "123456789012" + "/MySAMLIdP" ) )".
  public static String nameQualifier(SamlAssertion assertion, AccountId account, String provider) {
    String text = assertion.issuer() + account.digits() + '/' + provider;
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-1", e);
    }
  }
}

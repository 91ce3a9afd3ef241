package io.claviger.server;

import io.claviger.base.AccountId;
import io.claviger.testkit.TestAssertion;
import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestMetadata;
import io.claviger.testkit.XmlSigner;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;

/// An identity provider that an account of a server knows, and what it says there.
final class SamlSite {

  static final String ISSUER = "https://idp.example.com/";

  private static final String ACTION = "AssumeRoleWithSAML";

  private final Site site;
  private final KeyPair keys = TestCertificates.keys("RSA", 2048);

  final AccountId account;
  final Signer root;
  final String provider;

  SamlSite(Site site) {
    this(site, site.account, site.root);
  }

  SamlSite(Site site, AccountId account, Signer root) {
    this.site = site;
    this.account = account;
    this.root = root;
    this.provider =
        site.iam(
                root,
                "CreateSAMLProvider",
                "Name",
                "corp",
                "SAMLMetadataDocument",
                TestMetadata.of(ISSUER).signing(TestCertificate.of("idp", keys)).document())
            .requireSuccess()
            .value("SAMLProviderArn");
  }

  /// Makes a role that trusts the provider.
  ///
  /// @param actions of the trust policy
  /// @param condition without its braces, empty for none
  /// @return the role's ARN
  String role(String name, String actions, String condition) {
    String trust =
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
            + "{\"Federated\":\""
            + provider
            + "\"},\"Action\":["
            + actions
            + "],\"Condition\":{"
            + condition
            + "}}]}";
    return site.iam(root, "CreateRole", "RoleName", name, "AssumeRolePolicyDocument", trust)
        .requireSuccess()
        .value("Arn");
  }

  /// Makes a role that trusts whomever the provider vouches for.
  String role(String name) {
    return role(
        name,
        "\"sts:AssumeRoleWithSAML\",\"sts:TagSession\",\"sts:SetSourceIdentity\"",
        "\"StringEquals\":{\"SAML:aud\":\"" + TestAssertion.SIGN_IN + "\"}");
  }

  /// What the provider says of bob, who may take these roles.
  TestAssertion bob(String... roles) {
    List<String> pairs = new ArrayList<>();
    for (String role : roles) {
      pairs.add(role + "," + provider);
    }
    return TestAssertion.of(ISSUER, site.clock.instant())
        .aws("Role", pairs.toArray(String[]::new))
        .aws("RoleSessionName", "bob@example.com");
  }

  String signed(TestAssertion assertion) {
    return TestAssertion.base64(XmlSigner.with(keys).sign(assertion.xml(), "Assertion"));
  }

  /// Exchanges a signed assertion for a session.
  Answer assume(String role, TestAssertion assertion, String... more) {
    return assume(role, provider, signed(assertion), more);
  }

  Answer assume(String role, String asProvider, String response, String... more) {
    List<String> parameters =
        new ArrayList<>(
            List.of("RoleArn", role, "PrincipalArn", asProvider, "SAMLAssertion", response));
    parameters.addAll(List.of(more));
    return site.send(site.post(Site.form(Site.STS, ACTION, parameters.toArray(String[]::new))));
  }
}

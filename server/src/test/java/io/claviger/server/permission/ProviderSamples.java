package io.claviger.server.permission;

import static io.claviger.server.permission.Given.TAGS;

import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestMetadata;
import java.util.List;

/// OpenID Connect and SAML providers.
final class ProviderSamples {

  private static final String URL = "https://idp.example.com";
  private static final String OIDC = "oidc-provider/idp.example.com";
  private static final String THUMBPRINT = "990f4193972f2becf12ddeda5237f9c952f20d9e";

  private static final String SAML = "saml-provider/ADFS";
  private static final String METADATA =
      TestMetadata.of("http://idp.example.com")
          .signing(TestCertificate.selfSigned("idp.example.com"))
          .document();

  private ProviderSamples() {}

  private static void adfs(Actor root) {
    root.iam().createSAMLProvider(in -> in.name("ADFS").samlMetadataDocument(METADATA));
  }

  private static void idp(Actor root) {
    root.iam().createOpenIDConnectProvider(in -> in.url(URL).thumbprintList(THUMBPRINT));
  }

  static List<Sample> oidc() {
    return List.of(
        Sample.of("CreateOpenIDConnectProvider " + OIDC, ProviderSamples::idp),
        Sample.of(
                "CreateOpenIDConnectProvider " + OIDC,
                by ->
                    by.iam()
                        .createOpenIDConnectProvider(
                            in -> in.url(URL).thumbprintList(THUMBPRINT).tags(TAGS)))
            .and("TagOpenIDConnectProvider " + OIDC),
        Sample.of(
                "GetOpenIDConnectProvider " + OIDC,
                by ->
                    by.iam()
                        .getOpenIDConnectProvider(in -> in.openIDConnectProviderArn(by.arn(OIDC))))
            .given(ProviderSamples::idp),
        Sample.of(
            "ListOpenIDConnectProviders oidc-provider/*",
            by -> by.iam().listOpenIDConnectProviders()),
        Sample.of(
                "DeleteOpenIDConnectProvider " + OIDC,
                by ->
                    by.iam()
                        .deleteOpenIDConnectProvider(
                            in -> in.openIDConnectProviderArn(by.arn(OIDC))))
            .given(ProviderSamples::idp),
        Sample.of(
                "AddClientIDToOpenIDConnectProvider " + OIDC,
                by ->
                    by.iam()
                        .addClientIDToOpenIDConnectProvider(
                            in -> in.openIDConnectProviderArn(by.arn(OIDC)).clientID("app")))
            .given(ProviderSamples::idp),
        Sample.of(
                "RemoveClientIDFromOpenIDConnectProvider " + OIDC,
                by ->
                    by.iam()
                        .removeClientIDFromOpenIDConnectProvider(
                            in -> in.openIDConnectProviderArn(by.arn(OIDC)).clientID("app")))
            .given(ProviderSamples::idp),
        Sample.of(
                "UpdateOpenIDConnectProviderThumbprint " + OIDC,
                by ->
                    by.iam()
                        .updateOpenIDConnectProviderThumbprint(in ->
                            in.openIDConnectProviderArn(by.arn(OIDC)).thumbprintList(THUMBPRINT)))
            .given(ProviderSamples::idp));
  }

  static List<Sample> oidcTags() {
    return List.of(
        Sample.of(
                "TagOpenIDConnectProvider " + OIDC,
                by ->
                    by.iam()
                        .tagOpenIDConnectProvider(
                            in -> in.openIDConnectProviderArn(by.arn(OIDC)).tags(TAGS)))
            .given(ProviderSamples::idp),
        Sample.of(
                "UntagOpenIDConnectProvider " + OIDC,
                by ->
                    by.iam()
                        .untagOpenIDConnectProvider(
                            in -> in.openIDConnectProviderArn(by.arn(OIDC)).tagKeys("Cost")))
            .given(ProviderSamples::idp),
        Sample.of(
                "ListOpenIDConnectProviderTags " + OIDC,
                by ->
                    by.iam()
                        .listOpenIDConnectProviderTags(
                            in -> in.openIDConnectProviderArn(by.arn(OIDC))))
            .given(ProviderSamples::idp));
  }

  static List<Sample> saml() {
    return List.of(
        Sample.of("CreateSAMLProvider " + SAML, ProviderSamples::adfs),
        Sample.of(
                "CreateSAMLProvider " + SAML,
                by ->
                    by.iam()
                        .createSAMLProvider(
                            in -> in.name("ADFS").samlMetadataDocument(METADATA).tags(TAGS)))
            .and("TagSAMLProvider " + SAML),
        Sample.of(
                "GetSAMLProvider " + SAML,
                by -> by.iam().getSAMLProvider(in -> in.samlProviderArn(by.arn(SAML))))
            .given(ProviderSamples::adfs),
        Sample.of("ListSAMLProviders saml-provider/*", by -> by.iam().listSAMLProviders()),
        Sample.of(
                "DeleteSAMLProvider " + SAML,
                by -> by.iam().deleteSAMLProvider(in -> in.samlProviderArn(by.arn(SAML))))
            .given(ProviderSamples::adfs),
        Sample.of(
                "UpdateSAMLProvider " + SAML,
                by ->
                    by.iam()
                        .updateSAMLProvider(
                            in -> in.samlProviderArn(by.arn(SAML)).samlMetadataDocument(METADATA)))
            .given(ProviderSamples::adfs),
        Sample.of(
                "TagSAMLProvider " + SAML,
                by -> by.iam().tagSAMLProvider(in -> in.samlProviderArn(by.arn(SAML)).tags(TAGS)))
            .given(ProviderSamples::adfs),
        Sample.of(
                "UntagSAMLProvider " + SAML,
                by ->
                    by.iam()
                        .untagSAMLProvider(in -> in.samlProviderArn(by.arn(SAML)).tagKeys("Cost")))
            .given(ProviderSamples::adfs),
        Sample.of(
                "ListSAMLProviderTags " + SAML,
                by -> by.iam().listSAMLProviderTags(in -> in.samlProviderArn(by.arn(SAML))))
            .given(ProviderSamples::adfs));
  }
}

package io.claviger.server.permission;

import static io.claviger.server.permission.Given.TAGS;

import java.util.List;

/// OpenID Connect providers.
final class ProviderSamples {

  private static final String URL = "https://idp.example.com";
  private static final String OIDC = "oidc-provider/idp.example.com";
  private static final String THUMBPRINT = "990f4193972f2becf12ddeda5237f9c952f20d9e";

  private ProviderSamples() {}

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
}

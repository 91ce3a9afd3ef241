package io.claviger.service.iam.oidc;

import io.claviger.access.fetch.FetchFailure;
import io.claviger.access.fetch.Fetcher;
import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.EntityKind;
import io.claviger.account.OidcProvider;
import io.claviger.account.Quota;
import io.claviger.account.Tags;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamQuotas;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderResponse;

/// Makes an OpenID Connect provider. Where no thumbprint is given, that of the topmost certificate
/// which the provider's server shows is taken.
///
/// Permissions: `iam:CreateOpenIDConnectProvider` on the new provider; with tags also
/// `iam:TagOpenIDConnectProvider`.
///
/// AWS rule: IAM API Reference, "CreateOpenIDConnectProvider".
record CreateOpenIdConnectProvider(Fetcher fetcher)
    implements WriteOperation<
        CreateOpenIdConnectProviderRequest, CreateOpenIdConnectProviderResponse> {

  private static final Logger LOG = LoggerFactory.getLogger(CreateOpenIdConnectProvider.class);

  /// What a call is prepared with.
  private record Ready(List<String> thumbprints) {
    Ready {
      thumbprints = List.copyOf(thumbprints);
    }
  }

  @Override
  public Class<CreateOpenIdConnectProviderRequest> input() {
    return CreateOpenIdConnectProviderRequest.class;
  }

  /// Nobody but who may make providers makes the server ask somebody on the internet.
  @Override
  public boolean isPreparedForTheAllowedOnly() {
    return true;
  }

  @Override
  public Call prepare(CreateOpenIdConnectProviderRequest input, Call call, View view) {
    List<String> given = Thumbprints.require(input.thumbprintList());
    if (!given.isEmpty()) {
      return call.withPrepared(new Ready(given));
    }
    requireRoom(input, view.home());
    return call.withPrepared(new Ready(List.of(topThumbprint(input.url()))));
  }

  private String topThumbprint(String url) {
    try {
      return fetcher.topThumbprint(URI.create(url));
    } catch (FetchFailure failure) {
      LOG.info("No certificate of a new OpenID Connect provider", failure);
      throw OidcErrors.unreachable(url);
    }
  }

  @Override
  public List<AccessRequest> requires(
      CreateOpenIdConnectProviderRequest input, Call call, View view) {
    String arn = OidcProvider.arn(view.home().id(), IssuerUrl.require(input.url())).toString();
    return IamResources.creating(
        IamResources.on(view.home(), "iam:CreateOpenIDConnectProvider", arn),
        "iam:TagOpenIDConnectProvider",
        IamTags.given(input.tags()),
        null);
  }

  @Override
  public Outcome<CreateOpenIdConnectProviderResponse> run(
      CreateOpenIdConnectProviderRequest input, Call call, View view) {
    if (!(call.prepared() instanceof Ready ready)) {
      throw new IllegalStateException("Not prepared");
    }
    String url = requireRoom(input, view.home());
    Tags tags = IamTags.of(input.tags(), "TagsPerOpenIDConnectProvider");
    OidcProvider provider =
        new OidcProvider(
            url,
            call.now(),
            tags,
            input.clientIDList().stream().distinct().toList(),
            ready.thumbprints());
    return new Outcome<>(
        Change.put(provider),
        CreateOpenIdConnectProviderResponse.builder()
            .openIDConnectProviderArn(provider.arn(view.home().id()).toString())
            .tags(IamTags.shown(tags.all()))
            .build());
  }

  /// The URL without its scheme, if there may be one more provider and it may be this one.
  private static String requireRoom(CreateOpenIdConnectProviderRequest input, Account home) {
    String url = IssuerUrl.require(input.url());
    ClientIds.requireFew(input.clientIDList().stream().distinct().toList());
    if (home.oidcProviders().named(url).isPresent()) {
      throw OidcErrors.providerExists(input.url());
    }
    IamQuotas.requireRoom(Quota.OIDC_PROVIDERS, EntityKind.OIDC_PROVIDER, home);
    return url;
  }
}

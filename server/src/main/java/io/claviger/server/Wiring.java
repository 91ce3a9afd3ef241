package io.claviger.server;

import io.claviger.access.Authenticator;
import io.claviger.access.AuthorizationMessages;
import io.claviger.access.Authorizer;
import io.claviger.access.CompiledPolicies;
import io.claviger.access.PrincipalPolicies;
import io.claviger.access.SessionTokens;
import io.claviger.access.TradeInTokens;
import io.claviger.access.fetch.Fetcher;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.account.Ids;
import io.claviger.reference.ManagedPolicies;
import io.claviger.server.http.Listener;
import io.claviger.server.http.ListenerSettings;
import io.claviger.server.http.StartupFailure;
import io.claviger.service.Operation;
import io.claviger.service.iam.delegation.Notices;
import io.claviger.service.iam.delegation.PartnerSetup;
import io.claviger.service.iam.delegation.Partners;
import io.claviger.service.table.Operations;
import io.claviger.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds the server, top to bottom.
public final class Wiring {

  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  private Wiring() {}

  /// Starts to serve what the store holds. The server closes the store when it is closed.
  ///
  /// @throws StartupFailure if the listener can't start; the store is still open then
  public static RunningServer start(
      Store store,
      ListenerSettings settings,
      IdentityProviderNetworks networks,
      InstantSource clock) {
    PartnerSetup nobody = PartnerSetup.none(new TradeInTokens(store.tokenKeys()));
    return start(store, settings, networks.fetcher(), nobody, clock);
  }

  /// The same with partners who may ask for permissions to be delegated.
  ///
  /// @param notices where they are told what comes of it
  public static RunningServer start(
      Store store,
      ListenerSettings settings,
      IdentityProviderNetworks networks,
      Partners partners,
      Notices notices,
      InstantSource clock) {
    PartnerSetup setup = new PartnerSetup(partners, notices, new TradeInTokens(store.tokenKeys()));
    return start(store, settings, networks.fetcher(), setup, clock);
  }

  /// The same with partners from a directory.
  public static RunningServer start(
      Store store,
      ListenerSettings settings,
      IdentityProviderNetworks networks,
      PartnerDirectory partners,
      InstantSource clock) {
    return start(store, settings, networks, partners, partners, clock);
  }

  /// @param fetcher gets what identity providers publish
  static RunningServer start(
      Store store,
      ListenerSettings settings,
      Fetcher fetcher,
      PartnerSetup partners,
      InstantSource clock) {
    Ids ids = new Ids(new SecureRandom());
    ManagedPolicies managed = ManagedPolicies.load();
    PrincipalPolicies principals = new PrincipalPolicies(managed, new CompiledPolicies());
    SessionTokens tokens = new SessionTokens(store.tokenKeys());
    Authorizer authorizer = new Authorizer(principals);
    Authenticator authenticator =
        new Authenticator(store.accounts(), store.secrets(), tokens, store.activity(), clock, ids);
    AuthorizationMessages messages = new AuthorizationMessages(store.tokenKeys());
    PublicUrl publicUrl = new PublicUrl();
    IssuerUrls issuers = new IssuerUrls(publicUrl);
    List<Operation<?, ?>> operations =
        Operations.all(
            managed, principals, tokens, messages, store.secrets(), fetcher, issuers, partners);
    Pipeline pipeline =
        new Pipeline(
            new ServedApis(operations),
            authenticator,
            new Performance(store, authorizer, ids),
            store.auditLog(),
            clock,
            ids);
    AtomicBoolean announced = new AtomicBoolean();
    BooleanSupplier isReady = () -> announced.get() && store.accounts().failure().isEmpty();
    Listener listener =
        Listener.start(
            settings, new PublishedIssuers(store.accounts(), issuers, clock, pipeline), isReady);
    publicUrl.set(listener.publicUrl());
    LOG.debug("Serving on {}", listener.endpoint());
    return new RunningServer(listener, store, announced);
  }
}

package io.claviger.conformance.operation;

import io.claviger.access.Authorization;
import io.claviger.access.AuthorizationMessages;
import io.claviger.account.Ids;
import io.claviger.account.Quota;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Layer;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.server.AccountSetup;
import io.claviger.server.IdentityProviderNetworks;
import io.claviger.server.RootCredentials;
import io.claviger.server.RunningServer;
import io.claviger.server.Wiring;
import io.claviger.server.http.ListenerSettings;
import io.claviger.service.iam.delegation.Notice;
import io.claviger.service.iam.delegation.Partner;
import io.claviger.service.iam.delegation.Partners;
import io.claviger.service.iam.delegation.PolicyTemplate;
import io.claviger.store.Store;
import io.claviger.testkit.BucketTemplate;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// A whole server in memory on a loopback port, in which every test has an account of its own. For
/// one thread.
public final class Premises implements AutoCloseable {

  /// The one address of this machine at which the server asks identity providers.
  static final String IDENTITY_PROVIDER = "127.0.0.1";

  /// Every account is a partner's, with the one template.
  private static final Partners EVERYBODY =
      account ->
          Optional.of(
              new Partner(
                  account,
                  "Acme",
                  BucketTemplate.DOMAIN,
                  Map.of(BucketTemplate.NAME, PolicyTemplate.parse(BucketTemplate.text()))));

  private final SecureRandom random = new SecureRandom();
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final InstantSource clock = () -> InstantSource.system().instant().plus(ahead());
  private final Store store = Store.inMemory(clock, random);
  private final AccountSetup setup = new AccountSetup(store, clock, random, "tester");
  private final List<Notice> notices = new CopyOnWriteArrayList<>();
  private final RunningServer server =
      Wiring.start(
          store,
          ListenerSettings.loopback(),
          IdentityProviderNetworks.with(List.of(IDENTITY_PROVIDER)),
          EVERYBODY,
          notices::add,
          clock);

  private volatile Duration ahead = Duration.ZERO;

  private Duration ahead() {
    return ahead;
  }

  /// A new account. The server's clock is right again.
  Tenant newAccount() {
    ahead = Duration.ZERO;
    RootCredentials root = newRoot();
    return new Tenant(
        this,
        root.account(),
        AwsBasicCredentials.create(root.accessKeyId(), root.secret().reveal()));
  }

  /// The root user of a new account.
  public RootCredentials newRoot() {
    return setup.create(setup.unusedId());
  }

  SdkHttpClient http() {
    return http;
  }

  /// Where clients reach it.
  public URI endpoint() {
    return server.endpoint();
  }

  /// The server's clock.
  Instant now() {
    return clock.instant();
  }

  /// Puts the server's clock ahead of the clients' by more, which may come to some minutes.
  void pass(Duration time) {
    ahead = ahead.plus(time);
  }

  /// The token that was sent last.
  String tradeInToken() {
    return Objects.requireNonNull(notices.getLast().token()).reveal();
  }

  void limit(AccountId account, Quota quota, int value) {
    setup.adjustQuotas(account, Map.of(quota, value));
  }

  String encodedDenial(AccountId account) {
    AccessRequest request =
        new AccessRequest("ec2:StopInstances", "*", account, RequestContext.EMPTY);
    AppliedPolicies policies = AppliedPolicies.of(new Requester.Root(account));
    Authorization denied =
        new Authorization(new Decision.ImplicitlyDenied(Layer.IDENTITY), request, policies);
    return new AuthorizationMessages(store.tokenKeys()).encode(denied, new Ids(random));
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }
}

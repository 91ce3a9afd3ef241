package io.claviger.server.permission;

import io.claviger.access.Authorization;
import io.claviger.access.AuthorizationMessages;
import io.claviger.account.Ids;
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
import io.claviger.server.TestPartners;
import io.claviger.server.Wiring;
import io.claviger.server.http.ListenerSettings;
import io.claviger.service.iam.delegation.Notice;
import io.claviger.store.Store;
import io.claviger.testkit.TotpCodes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/// A whole server in memory on a loopback port. For one thread.
final class Premises implements AutoCloseable {

  private static final Duration STEP = Duration.ofSeconds(30);

  /// No answer is asked for twice, and nothing of the machine's own configuration counts.
  private static final ClientOverrideConfiguration ALONE =
      ClientOverrideConfiguration.builder()
          .retryStrategy(DefaultRetryStrategy.doNotRetry())
          .defaultProfileFile(ProfileFile.aggregator().build())
          .build();

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
          IdentityProviderNetworks.PUBLIC,
          TestPartners.EVERYBODY,
          notices::add,
          clock);

  /// How far the server's clock is ahead of the clients', which may be some minutes.
  private volatile Duration ahead = Duration.ZERO;

  private Duration ahead() {
    return ahead;
  }

  Store store() {
    return store;
  }

  /// The root user of a new account. The server's clock is right again.
  Actor newAccount() {
    ahead = Duration.ZERO;
    RootCredentials root = setup.create(setup.unusedId());
    return actor(root.account(), root.accessKeyId(), root.secret().reveal());
  }

  Actor actor(AccountId account, String accessKeyId, String secret) {
    var credentials =
        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secret));
    IamClient iam =
        IamClient.builder()
            .httpClient(http)
            .overrideConfiguration(ALONE)
            .region(Region.AWS_GLOBAL)
            .endpointOverride(server.endpoint())
            .credentialsProvider(credentials)
            .build();
    StsClient sts =
        StsClient.builder()
            .httpClient(http)
            .overrideConfiguration(ALONE)
            .region(Region.EU_CENTRAL_1)
            .endpointOverride(server.endpoint())
            .credentialsProvider(credentials)
            .build();
    return new Actor(this, account, accessKeyId, iam, sts);
  }

  /// The token that was sent last.
  String tradeInToken() {
    return Objects.requireNonNull(notices.getLast().token()).reveal();
  }

  /// Two codes in a row that a device shows, none of which it has shown before: time goes on first.
  MfaCodePair nextCodes(String seed) {
    ahead = ahead.plus(STEP.multipliedBy(3));
    Instant now = clock.instant();
    return new MfaCodePair(TotpCodes.at(seed, now.minus(STEP)), TotpCodes.at(seed, now));
  }

  /// @param second about now
  record MfaCodePair(String first, String second) {}

  /// What a user of the account might be handed when it is denied something.
  String encodedDenial(AccountId account) {
    AccessRequest request =
        new AccessRequest("ec2:StopInstances", "*", account, RequestContext.EMPTY);
    AppliedPolicies policies = AppliedPolicies.of(new Requester.Root(account));
    Authorization denied =
        new Authorization(new Decision.ImplicitlyDenied(Layer.IDENTITY), request, policies);
    return new AuthorizationMessages(store.tokenKeys()).encode(denied, new Ids(random));
  }

  /// The number of changes that the account has seen.
  long version(AccountId account) {
    return store.accounts().published(account).home().version();
  }

  @Override
  public void close() {
    server.close();
    http.close();
  }
}

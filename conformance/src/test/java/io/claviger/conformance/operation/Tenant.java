package io.claviger.conformance.operation;

import io.claviger.account.Quota;
import io.claviger.base.AccountId;
import io.claviger.testkit.TotpCodes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/// A fresh account and the clients of its root user. What they call is recorded.
final class Tenant implements AutoCloseable {

  private static final Duration STEP = Duration.ofSeconds(30);

  private final Premises premises;
  private final AccountId account;
  private final CallRecorder recorder = new CallRecorder();
  private final AwsCredentials root;
  private final IamClient iam;
  private final StsClient sts;

  Tenant(Premises premises, AccountId account, AwsCredentials root) {
    this.premises = premises;
    this.account = account;
    this.root = root;
    this.iam = iam(root);
    this.sts = sts(root);
  }

  IamClient iam() {
    return iam;
  }

  StsClient sts() {
    return sts;
  }

  /// A client of somebody else in the account.
  IamClient iam(AwsCredentials credentials) {
    return client(IamClient.builder(), Region.AWS_GLOBAL, credentials);
  }

  /// A client of somebody else in the account.
  StsClient sts(AwsCredentials credentials) {
    return client(StsClient.builder(), Region.EU_CENTRAL_1, credentials);
  }

  private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
      B builder, Region region, AwsCredentials credentials) {
    // No answer is asked for twice, and nothing of the machine's own configuration counts.
    ClientOverrideConfiguration alone =
        ClientOverrideConfiguration.builder()
            .retryStrategy(AwsRetryStrategy.doNotRetry())
            .defaultProfileFile(ProfileFile.aggregator().build())
            .addExecutionInterceptor(recorder)
            .build();
    return builder
        .httpClient(premises.http())
        .overrideConfiguration(alone)
        .region(region)
        .endpointOverride(premises.endpoint())
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .build();
  }

  static AwsCredentials credentials(AccessKey key) {
    return AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey());
  }

  static AwsCredentials credentials(Credentials session) {
    return AwsSessionCredentials.create(
        session.accessKeyId(), session.secretAccessKey(), session.sessionToken());
  }

  String account() {
    return account.digits();
  }

  String rootKeyId() {
    return root.accessKeyId();
  }

  /// The ARN of something of IAM's in the account: of `user/ann`.
  String arn(String resource) {
    return "arn:aws:iam::" + account + ":" + resource;
  }

  void limit(Quota quota, int value) {
    premises.limit(account, quota, value);
  }

  Instant now() {
    return premises.now();
  }

  /// Puts the server's clock ahead of the clients' by some minutes more.
  void pass(Duration time) {
    premises.pass(time);
  }

  /// Two codes in a row that a device shows, none of which it has shown before: time goes on first.
  Codes nextCodes(String seed) {
    premises.pass(STEP.multipliedBy(3));
    return codes(seed);
  }

  /// Two codes in a row that a device shows now, for one that has shown none before.
  Codes codes(String seed) {
    return new Codes(TotpCodes.at(seed, now().minus(STEP)), TotpCodes.at(seed, now()));
  }

  /// @param second about now
  record Codes(String first, String second) {}

  /// What a user of the account might be handed when it is denied to stop instances.
  String encodedDenial() {
    return premises.encodedDenial(account);
  }

  /// The trade-in token that was sent last.
  String tradeInToken() {
    return premises.tradeInToken();
  }

  /// What was called so far, in order.
  List<Call> calls() {
    return recorder.calls();
  }

  @Override
  public void close() {
    iam.close();
    sts.close();
  }
}

package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.access.TradeInTokens;
import io.claviger.access.fetch.Fetcher;
import io.claviger.account.AuditEvent;
import io.claviger.base.AccountId;
import io.claviger.server.http.ListenerSettings;
import io.claviger.service.iam.delegation.Notice;
import io.claviger.service.iam.delegation.PartnerSetup;
import io.claviger.store.Store;
import io.claviger.wire.http.HttpRequest.Header;
import io.claviger.wire.http.UrlEncoded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/// A whole server on a loopback port with one account, and what tests do to it from outside.
///
/// When it closes it requires that every answer left exactly one audit event, and that no secret
/// that went over the wire stands in one or in the log.
final class Site implements AutoCloseable {

  static final String IAM = "iam";
  static final String STS = "sts";

  private static final int ALL = 100_000;

  final TestClock clock;
  final Store store;
  final RunningServer server;
  final Signer root;
  final AccountId account;

  /// What partners were told.
  final List<Notice> notices = new CopyOnWriteArrayList<>();

  private final AccountSetup setup;
  private final SdkHttpClient sdk = UrlConnectionHttpClient.create();
  private final Traces traces = new Traces();

  private Site(TestClock clock, Store store, Fetcher fetcher) {
    SecureRandom random = new SecureRandom();
    this.clock = clock;
    this.store = store;
    this.setup = new AccountSetup(store, clock, random, "tester");
    this.account = setup.unusedId();
    this.root = newAccount(account);
    this.server =
        Wiring.start(
            store,
            ListenerSettings.loopback(),
            fetcher,
            new PartnerSetup(
                TestPartners.EVERYBODY, notices::add, new TradeInTokens(store.tokenKeys())),
            clock);
  }

  static Site start() {
    TestClock clock = new TestClock();
    return start(clock, IdentityProviderNetworks.PUBLIC.fetcher());
  }

  /// A server that asks identity providers by other means than the internet.
  static Site start(TestClock clock, Fetcher fetcher) {
    return new Site(clock, Store.inMemory(clock, new SecureRandom()), fetcher);
  }

  /// A server whose store is on disk.
  static Site on(Path directory) {
    TestClock clock = new TestClock();
    return new Site(
        clock,
        Store.open(directory, Store.defaultKeyFile(directory), clock, new SecureRandom()),
        IdentityProviderNetworks.PUBLIC.fetcher());
  }

  /// Another account on the same server; its root user's credentials.
  Signer newAccount(AccountId id) {
    RootCredentials made = setup.create(id);
    traces.secret(made.secret().reveal());
    return new Signer(made.accessKeyId(), made.secret().reveal(), null);
  }

  /// The ids of the keys that sign the account's tokens from now on.
  List<String> rotateSigningKeys() {
    return setup.rotateSigningKeys(account);
  }

  AccountId unusedAccount() {
    return setup.unusedId();
  }

  /// `Action=…&Version=…` and the names and values that follow.
  static String form(String service, String action, String... namesAndValues) {
    StringBuilder form =
        new StringBuilder("Action=").append(action).append("&Version=").append(version(service));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append('&')
          .append(namesAndValues[i])
          .append('=')
          .append(UrlEncoded.encode(namesAndValues[i + 1]));
    }
    return form.toString();
  }

  static String version(String service) {
    return service.equals(IAM) ? "2010-05-08" : "2011-06-15";
  }

  /// A POST of a form as SDKs send it, not signed yet.
  RawRequest post(String form) {
    return new RawRequest(
        "POST",
        "/",
        "",
        List.of(
            new Header("Host", host()),
            new Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")),
        form);
  }

  /// A GET with the parameters in the query string, not signed yet.
  RawRequest get(String query) {
    return new RawRequest("GET", "/", query, List.of(new Header("Host", host())), "");
  }

  String host() {
    return server.endpoint().getAuthority();
  }

  RawRequest signed(Signer signer, String service, String form) {
    return signer.sign(post(form), service, clock.instant());
  }

  RawRequest presigned(Signer signer, String service, String query) {
    return signer.presign(get(query), service, clock.instant(), "900");
  }

  Answer iam(Signer signer, String action, String... namesAndValues) {
    return send(signed(signer, IAM, form(IAM, action, namesAndValues)));
  }

  Answer sts(Signer signer, String action, String... namesAndValues) {
    return send(signed(signer, STS, form(STS, action, namesAndValues)));
  }

  Answer send(RawRequest request) {
    try {
      Answer answer = Answer.to(server.endpoint(), request.bytes());
      traces.answered(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Makes a user with an inline policy.
  ///
  /// @param statements of the policy; none for no policy
  /// @return a new access key of the user's
  Signer user(String name, String... statements) {
    iam(root, "CreateUser", "UserName", name).requireSuccess();
    allow(name, statements);
    return newKey(name);
  }

  /// Gives a user its inline policy, in place of the one it has.
  void allow(String user, String... statements) {
    if (statements.length > 0) {
      iam(
              root,
              "PutUserPolicy",
              "UserName",
              user,
              "PolicyName",
              "p",
              "PolicyDocument",
              Policies.of(statements))
          .requireSuccess();
    }
  }

  Signer newKey(String user) {
    Answer made = iam(root, "CreateAccessKey", "UserName", user).requireSuccess();
    return new Signer(made.value("AccessKeyId"), made.value("SecretAccessKey"), null);
  }

  /// Makes a role that some principal may assume, with tags and a source identity.
  ///
  /// @return the role's ARN
  String role(String name, String principal, String... statements) {
    String arn =
        iam(
                root,
                "CreateRole",
                "RoleName",
                name,
                "AssumeRolePolicyDocument",
                Policies.trusting(principal))
            .requireSuccess()
            .value("Arn");
    if (statements.length > 0) {
      iam(
              root,
              "PutRolePolicy",
              "RoleName",
              name,
              "PolicyName",
              "p",
              "PolicyDocument",
              Policies.of(statements))
          .requireSuccess();
    }
    return arn;
  }

  IamClient iamClient(Signer signer) {
    return IamClient.builder()
        .httpClient(sdk)
        .region(Region.AWS_GLOBAL)
        .endpointOverride(server.endpoint())
        .credentialsProvider(provider(signer))
        .build();
  }

  StsClient stsClient(Signer signer) {
    return StsClient.builder()
        .httpClient(sdk)
        .region(Region.of(Signer.REGION))
        .endpointOverride(server.endpoint())
        .credentialsProvider(provider(signer))
        .build();
  }

  /// Every event there is: those of all accounts and those of nobody's.
  List<AuditEvent> events() {
    List<AuditEvent> events = new ArrayList<>(events(null));
    store.accounts().accounts().forEach(id -> events.addAll(events(id)));
    return events;
  }

  /// All events of a call.
  List<AuditEvent> eventsOf(Answer answer) {
    return events().stream().filter(event -> event.requestId().equals(answer.requestId())).toList();
  }

  /// The one event of a call.
  AuditEvent event(Answer answer) {
    List<AuditEvent> events = eventsOf(answer);
    assertEquals(1, events.size(), () -> answer + " left " + events);
    return events.getFirst();
  }

  /// Something that must not stand in any event or line of the log.
  void secret(String secret) {
    traces.secret(secret);
  }

  @Override
  public void close() {
    try {
      traces.check(events());
    } finally {
      server.close();
      sdk.close();
    }
  }

  /// Closes a site whose events can't be read any more.
  void abandon() {
    server.close();
    sdk.close();
    traces.close();
  }

  private List<AuditEvent> events(@Nullable AccountId id) {
    return store.auditTrail().events(id, Instant.EPOCH, ALL);
  }

  private static AwsCredentialsProvider provider(Signer signer) {
    String token = signer.token();
    AwsCredentials credentials =
        token == null
            ? AwsBasicCredentials.create(signer.keyId(), signer.secret())
            : AwsSessionCredentials.create(signer.keyId(), signer.secret(), token);
    return StaticCredentialsProvider.create(credentials);
  }
}

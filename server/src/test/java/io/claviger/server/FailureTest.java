package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Authenticator;
import io.claviger.access.Authorizer;
import io.claviger.access.CompiledPolicies;
import io.claviger.access.PrincipalPolicies;
import io.claviger.access.SessionTokens;
import io.claviger.account.Ids;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.reference.ManagedPolicies;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/// What a client hears when the disk or the program fails.
class FailureTest {

  @Test
  void callThatIsNotOnDiskIsNotAnsweredAsDone(@TempDir Path directory) throws Exception {
    Site site = Site.on(Files.createDirectory(directory.resolve("store")));
    try {
      site.iam(site.root, "CreateUser", "UserName", "before").requireSuccess();
      breakTable(directory);
      Answer answer = site.iam(site.root, "CreateUser", "UserName", "after");
      answer.requireError(503, "ServiceUnavailable");
      assertEquals("Receiver", answer.value("Type"));
      assertFalse(answer.body().contains("SQL"), answer.body());
      // Nothing half done is seen, nothing more is done, and no credentials are handed out whose
      // event would be lost. What only reads goes on.
      site.iam(site.root, "CreateUser", "UserName", "later")
          .requireError(503, "ServiceUnavailable");
      site.sts(site.root, "GetSessionToken").requireError(503, "ServiceUnavailable");
      Answer users = site.iam(site.root, "ListUsers");
      users.requireSuccess();
      assertFalse(users.body().contains("after"), users.body());
      assertTrue(
          site.store.accounts().published(site.account).home().users().named("after").isEmpty());
    } finally {
      site.abandon();
    }
  }

  private static void breakTable(Path directory) throws Exception {
    try (var files = Files.walk(directory)) {
      Path database =
          files
              .filter(file -> file.toString().endsWith(".db"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("No database in " + directory));
      try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
          Statement statement = connection.createStatement()) {
        statement.execute("ALTER TABLE account_change RENAME TO gone");
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  }

  /// A bug, planted.
  private static final class Broken
      implements ReadOperation<GetCallerIdentityRequest, GetCallerIdentityResponse> {

    @Override
    public Class<GetCallerIdentityRequest> input() {
      return GetCallerIdentityRequest.class;
    }

    @Override
    public List<AccessRequest> requires(GetCallerIdentityRequest input, Call call, View view) {
      return List.of();
    }

    @Override
    public GetCallerIdentityResponse run(GetCallerIdentityRequest input, Call call, View view) {
      throw new IllegalStateException("an inner detail");
    }
  }

  @Test
  void bugIsAnsweredWithoutItsDetails() {
    try (Site site = Site.start()) {
      RawRequest request =
          site.signed(site.root, Site.STS, Site.form(Site.STS, "GetCallerIdentity"));
      HttpResponse response = pipeline(site).respond(arrived(request));
      assertEquals(500, response.status());
      assertTrue(response.body().contains("<Code>ServiceFailure</Code>"), response.body());
      assertTrue(response.body().contains("<Type>Receiver</Type>"), response.body());
      assertFalse(response.body().contains("inner"), response.body());
      assertFalse(response.body().contains("Exception"), response.body());
      assertEquals(
          List.of("ServiceFailure"),
          site.events().stream()
              .filter(event -> event.eventName().equals("GetCallerIdentity"))
              .map(event -> String.valueOf(event.errorCode()))
              .toList());
      site.sts(site.root, "GetCallerIdentity").requireSuccess();
    }
  }

  /// The pipeline as it is wired, but with the bug as its one operation.
  private static Pipeline pipeline(Site site) {
    PrincipalPolicies principals =
        new PrincipalPolicies(ManagedPolicies.load(), new CompiledPolicies());
    Ids ids = new Ids(new SecureRandom());
    return new Pipeline(
        new ServedApis(List.of(new Broken())),
        new Authenticator(
            site.store.accounts(),
            site.store.secrets(),
            new SessionTokens(site.store.tokenKeys()),
            site.store.activity(),
            site.clock,
            ids),
        new Performance(site.store, new Authorizer(principals), ids),
        site.store.auditLog(),
        site.clock,
        ids);
  }

  private static HttpRequest arrived(RawRequest request) {
    return new HttpRequest(
        request.method(),
        request.path(),
        request.query(),
        request.headers(),
        new ByteArrayInputStream(request.body().getBytes(StandardCharsets.UTF_8)),
        InetAddress.getLoopbackAddress(),
        false);
  }
}

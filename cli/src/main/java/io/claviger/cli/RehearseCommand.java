package io.claviger.cli;

import io.claviger.base.AccountId;
import io.claviger.cli.simulate.CaseRehearsal;
import io.claviger.server.AccountSetup;
import io.claviger.server.IdentityProviderNetworks;
import io.claviger.server.RootCredentials;
import io.claviger.server.RunningServer;
import io.claviger.server.Wiring;
import io.claviger.server.http.ListenerSettings;
import io.claviger.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// Starts a server on a throw-away data directory, lets it answer a few calls, decides a few
/// requests without it and ends. The build runs it to see which classes a start needs, so that
/// later starts find them prepared.
@Command(name = "rehearse", hidden = true, description = "Start, answer a few calls, end.")
final class RehearseCommand implements Callable<Integer> {

  private static final AccountId ACCOUNT = AccountId.of(111_122_223_333L);
  private static final String IAM = "&Version=2010-05-08";

  private static final List<String> CALLS =
      List.of(
          "Action=CreateUser&UserName=ana" + IAM,
          "Action=GetUser&UserName=ana" + IAM,
          "Action=ListUsers" + IAM,
          "Action=GetUser&UserName=nobody" + IAM,
          "Action=ListAttachedUserPolicies&UserName=ana" + IAM,
          "Action=DeleteUser&UserName=ana" + IAM);

  private static final String POLICY =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*"}}\
      """;

  private static final List<List<String>> OFFLINE =
      List.of(
          List.of("simulate", "--identity", POLICY, "--action", "s3:GetObject"),
          List.of("simulate", "--explain", "--identity", POLICY, "--action", "s3:PutObject"),
          List.of("simulate", "--json", "--managed", "ReadOnlyAccess", "--action", "s3:PutObject"),
          List.of("validate", "no-such-file"));

  @Override
  public Integer call() throws IOException, InterruptedException {
    new LogSettings(LogSettings.Format.TEXT, LogSettings.Level.WARN).apply();
    Path folder = Files.createTempDirectory("claviger-rehearsal");
    try {
      ListenerSettings listener = ListenerSettings.loopback();
      InstantSource clock = InstantSource.system();
      Store store =
          Store.open(folder.resolve("data"), folder.resolve("key"), clock, new SecureRandom());
      AccountSetup setup = Offline.setup(store);
      RootCredentials root = setup.create(ACCOUNT);
      try (RunningServer server =
          Wiring.start(store, listener, IdentityProviderNetworks.PUBLIC, clock)) {
        play(server.endpoint(), root);
      }
      playOffline();
      return 0;
    } finally {
      delete(folder);
    }
  }

  private static void play(URI endpoint, RootCredentials root)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String form : CALLS) {
        client.send(request(endpoint, root, form), HttpResponse.BodyHandlers.discarding());
      }
    }
  }

  private static void playOffline() throws IOException, InterruptedException {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    for (List<String> command : OFFLINE) {
      Main.commandLine().setOut(nowhere).setErr(nowhere).execute(command.toArray(String[]::new));
    }
    CaseRehearsal.run(nowhere);
  }

  private static AwsCredentialsIdentity identity(RootCredentials root) {
    return AwsCredentialsIdentity.create(root.accessKeyId(), root.secret().reveal());
  }

  private static HttpRequest request(URI endpoint, RootCredentials root, String form) {
    SdkHttpFullRequest unsigned =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint)
            .encodedPath("/")
            .putHeader("Content-Type", "application/x-www-form-urlencoded")
            .build();
    SignedRequest signed =
        AwsV4HttpSigner.create()
            .sign(to ->
                to.identity(identity(root))
                    .request(unsigned)
                    .payload(ContentStreamProvider.fromUtf8String(form))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "iam")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint).POST(HttpRequest.BodyPublishers.ofString(form));
    signed
        .request()
        .forEachHeader((name, values) -> {
          if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return request.build();
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, java.io.IOException failure)
              throws IOException {
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}

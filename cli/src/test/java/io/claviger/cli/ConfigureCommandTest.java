package io.claviger.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.AccountId;
import io.claviger.server.IdentityProviderNetworks;
import io.claviger.server.RootCredentials;
import io.claviger.server.RunningServer;
import io.claviger.server.Wiring;
import io.claviger.server.http.ListenerSettings;
import io.claviger.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.sts.StsClient;

/// The profiles that `configure` writes, read by the Java SDK's default chain.
class ConfigureCommandTest {

  private static final AccountId ACCOUNT = new AccountId("111122223333");
  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
        "Condition": {"StringEquals": {"sts:ExternalId": "42"}}}}\
      """;
  private static final String MAY_ASSUME =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}}\
      """;

  private final Map<String, String> changedProperties = new HashMap<>();

  @AfterEach
  void restoreProperties() {
    changedProperties.forEach((name, old) -> {
      if (old.isEmpty()) {
        System.clearProperty(name);
      } else {
        System.setProperty(name, old);
      }
    });
  }

  private void setProperty(String name, String value) {
    changedProperties.put(name, System.getProperty(name, ""));
    System.setProperty(name, value);
  }

  @Test
  void profilesWorkThroughTheDefaultChain(@TempDir Path folder) throws Exception {
    Store store = Store.inMemory(InstantSource.system(), new SecureRandom());
    RootCredentials root = Offline.setup(store).create(ACCOUNT);
    RootCredentials.reserve(folder.resolve("root.credentials"));
    root.write(folder.resolve("root.credentials"));
    ListenerSettings listener = ListenerSettings.loopback();
    try (RunningServer server =
        Wiring.start(store, listener, IdentityProviderNetworks.PUBLIC, InstantSource.system())) {
      String endpoint = server.endpoint().toString();
      setProperty("aws.configFile", folder.resolve(".aws/config").toString());
      setProperty("aws.sharedCredentialsFile", folder.resolve(".aws/credentials").toString());
      String credentials = folder.resolve("root.credentials").toString();
      configure("--profile", "root", "--endpoint", endpoint, "--credentials-file", credentials);
      String key = makeUserAndRole(folder);
      configure("--profile", "ana", "--endpoint", endpoint, "--credentials-file", key);
      configure(
          "--profile", "app",
          "--endpoint", endpoint,
          "--source-profile", "ana",
          "--role-arn", "arn:aws:iam::111122223333:role/App",
          "--external-id", "42",
          "--mfa-serial", "arn:aws:iam::111122223333:mfa/ana");
      assertTrue(
          identityOf("app").startsWith("arn:aws:sts::111122223333:assumed-role/App/"),
          () -> identityOf("app"));
      assertEquals("arn:aws:iam::111122223333:user/ana", identityOf("ana"));
    }
  }

  /// Makes, as root, a user that may assume a role; returns the file with the user's key.
  private String makeUserAndRole(Path folder) {
    setProperty("aws.profile", "root");
    try (UrlConnectionHttpClient http = http();
        IamClient iam = IamClient.builder().httpClient(http).build()) {
      iam.createUser(r -> r.userName("ana"));
      iam.putUserPolicy(r -> r.userName("ana").policyName("assume").policyDocument(MAY_ASSUME));
      Role role = iam.createRole(r -> r.roleName("App").assumeRolePolicyDocument(TRUST)).role();
      assertEquals("arn:aws:iam::111122223333:role/App", role.arn());
      var key = iam.createAccessKey(r -> r.userName("ana")).accessKey();
      Path file = folder.resolve("ana.credentials");
      RootCredentials.reserve(file);
      new RootCredentials(
              ACCOUNT, key.accessKeyId(), io.claviger.base.SecretText.of(key.secretAccessKey()))
          .write(file);
      return file.toString();
    }
  }

  private String identityOf(String profile) {
    setProperty("aws.profile", profile);
    try (UrlConnectionHttpClient http = http();
        DefaultCredentialsProvider chain = DefaultCredentialsProvider.builder().build();
        StsClient sts = StsClient.builder().httpClient(http).credentialsProvider(chain).build()) {
      return sts.getCallerIdentity().arn();
    }
  }

  private static UrlConnectionHttpClient http() {
    return (UrlConnectionHttpClient) UrlConnectionHttpClient.create();
  }

  private static void configure(String... options) {
    List<String> command = new ArrayList<>(List.of("configure"));
    command.addAll(List.of("--aws-config-file", System.getProperty("aws.configFile")));
    command.addAll(
        List.of("--aws-credentials-file", System.getProperty("aws.sharedCredentialsFile")));
    command.addAll(List.of(options));
    assertEquals(0, Main.commandLine().execute(command.toArray(String[]::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--endpoint=foo", "--role-arn=arn:aws:iam::1:role/r"})
  void nonsenseIsRefusedAndNothingIsWritten(String option, @TempDir Path folder) {
    Path config = folder.resolve("config");
    assertEquals(
        2,
        Main.commandLine()
            .execute("configure", "--profile=p", option, "--aws-config-file=" + config));
    assertFalse(Files.exists(config));
  }
}

package io.claviger.cli;

import io.claviger.base.SecretText;
import io.claviger.cli.terminal.Specs;
import io.claviger.server.RootCredentials;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Writes an AWS profile that points IAM and STS at the server.
@Command(
    name = "configure",
    description = {
      "Write an AWS profile that sends IAM and STS calls to the server.",
      "The profile goes to ~/.aws/config and its key to ~/.aws/credentials, or to where"
          + " AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE say."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./claviger configure --profile claviger --credentials-file root.credentials",
      "  ./claviger configure --profile ana --access-key-id AKIA... (asks for the secret)",
      "  ./claviger configure --profile app --source-profile ana \\",
      "      --role-arn arn:aws:iam::123456789012:role/MyAppRole --external-id 42",
      "  aws --profile claviger sts get-caller-identity"
    },
    mixinStandardHelpOptions = true)
final class ConfigureCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--profile", required = true, paramLabel = "NAME", description = "The profile.")
  private String profile = "";

  @Option(
      names = "--endpoint",
      defaultValue = "http://127.0.0.1:4260",
      paramLabel = "URL",
      description = "Where the server is. Default: ${DEFAULT-VALUE}")
  private String endpoint = "";

  @Option(
      names = "--region",
      defaultValue = "us-east-1",
      description = "The profile's region; any will do. Default: ${DEFAULT-VALUE}")
  private String region = "";

  @Option(names = "--access-key-id", paramLabel = "ID", description = "The access key to use.")
  private @Nullable String accessKeyId;

  @Option(
      names = "--credentials-file",
      paramLabel = "FILE",
      description = "Take the access key from a file that serve or account create wrote.")
  private @Nullable Path credentialsFile;

  @Option(names = "--role-arn", paramLabel = "ARN", description = "The role to assume.")
  private @Nullable String roleArn;

  @Option(
      names = "--source-profile",
      paramLabel = "NAME",
      description = "The profile whose key assumes the role.")
  private @Nullable String sourceProfile;

  @Option(
      names = "--mfa-serial",
      paramLabel = "ARN",
      description = "The MFA device to ask for a code of.")
  private @Nullable String mfaSerial;

  @Option(names = "--external-id", description = "The external id the role's trust asks for.")
  private @Nullable String externalId;

  @Option(
      names = "--aws-config-file",
      paramLabel = "FILE",
      description = "The file to write the profile to. Default: AWS_CONFIG_FILE or ~/.aws/config")
  private @Nullable Path configFile;

  @Option(
      names = "--aws-credentials-file",
      paramLabel = "FILE",
      description =
          "The file to write its key to. Default: AWS_SHARED_CREDENTIALS_FILE or"
              + " ~/.aws/credentials")
  private @Nullable Path sharedCredentialsFile;

  /// An access key with its secret.
  private record KeyPair(String accessKeyId, SecretText secret) {

    boolean hasNoSecret() {
      return secret.reveal().isEmpty();
    }

    static KeyPair of(RootCredentials root) {
      return new KeyPair(root.accessKeyId(), root.secret());
    }
  }

  @Override
  public Integer call() throws IOException {
    if (!profile.matches("[\\w.@+-]+")) {
      throw misuse("--profile takes letters, digits and . _ @ + -, not '" + profile + "'.");
    }
    if (!endpoint.matches("https?://[^\\s/]+/?")) {
      throw misuse("--endpoint takes a URL such as http://127.0.0.1:4260, not '" + endpoint + "'.");
    }
    if ((roleArn == null) != (sourceProfile == null)) {
      throw misuse("--role-arn and --source-profile go together.");
    }
    Optional<KeyPair> key = key();
    if (key.map(KeyPair::hasNoSecret).orElse(false)) {
      throw misuse("The secret access key is empty.");
    }
    AwsConfigFile config = AwsConfigFile.read(file(configFile, "AWS_CONFIG_FILE", "config"));
    config.put(profile.equals("default") ? "default" : "profile " + profile, profileLines());
    config.put("services " + servicesName(), servicesLines());
    config.write();
    if (key.isPresent()) {
      writeCredentials(key.get());
    }
    report();
    return 0;
  }

  private void writeCredentials(KeyPair key) throws IOException {
    AwsConfigFile credentials =
        AwsConfigFile.read(
            file(sharedCredentialsFile, "AWS_SHARED_CREDENTIALS_FILE", "credentials"));
    credentials.put(
        profile,
        List.of(
            "aws_access_key_id = " + key.accessKeyId(),
            "aws_secret_access_key = " + key.secret().reveal()));
    credentials.write();
  }

  private List<String> profileLines() {
    List<String> lines = new ArrayList<>();
    lines.add("region = " + region);
    lines.add("services = " + servicesName());
    addIfGiven(lines, "role_arn", roleArn);
    addIfGiven(lines, "source_profile", sourceProfile);
    addIfGiven(lines, "mfa_serial", mfaSerial);
    addIfGiven(lines, "external_id", externalId);
    return lines;
  }

  private List<String> servicesLines() {
    return List.of(
        "iam =", "  endpoint_url = " + endpoint, "sts =", "  endpoint_url = " + endpoint);
  }

  private String servicesName() {
    return profile + "-claviger";
  }

  private Optional<KeyPair> key() throws IOException {
    if (credentialsFile != null) {
      return Optional.of(KeyPair.of(RootCredentials.read(credentialsFile)));
    }
    if (accessKeyId == null) {
      return Optional.empty();
    }
    if (Specs.terminal().isEmpty()) {
      String piped = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new KeyPair(accessKeyId, SecretText.of(piped.strip())));
    }
    char[] typed = Specs.terminal().get().readPassword("Secret access key: ");
    return Optional.of(
        new KeyPair(accessKeyId, SecretText.of(typed == null ? "" : new String(typed))));
  }

  private void report() {
    PrintWriter out = Specs.out(spec);
    out.println("Profile " + profile + " sends IAM and STS calls to " + endpoint + ".");
    out.println("Try: aws --profile " + profile + " sts get-caller-identity");
    AwsCliVersion.onPath()
        .filter(version -> !version.readsServices())
        .ifPresent(version ->
            Specs.require(spec)
                .commandLine()
                .getErr()
                .println(
                    "Warning: the aws on your path is version "
                        + version
                        + ", which ignores the profile's services section (2.13 and later read"
                        + " it). Give it --endpoint-url "
                        + endpoint
                        + " with every command, or it calls AWS."));
  }

  private ParameterException misuse(String message) {
    return new ParameterException(Specs.require(spec).commandLine(), message);
  }

  private static void addIfGiven(List<String> lines, String name, @Nullable String value) {
    if (value != null) {
      lines.add(name + " = " + value);
    }
  }

  private static Path file(@Nullable Path chosen, String variable, String name) {
    if (chosen != null) {
      return chosen;
    }
    String given = System.getenv(variable);
    return given == null || given.isEmpty() ? Path.of(home(), ".aws", name) : Path.of(given);
  }

  /// As the AWS CLI and the SDKs find it: the environment comes before the password file.
  private static String home() {
    String given = System.getenv("HOME");
    return given == null || given.isEmpty() ? System.getProperty("user.home") : given;
  }
}

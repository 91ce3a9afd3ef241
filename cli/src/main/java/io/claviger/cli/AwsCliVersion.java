package io.claviger.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of the AWS CLI on the path.
record AwsCliVersion(int major, int minor) {

  private static final Pattern BANNER = Pattern.compile("aws-cli/(\\d+)\\.(\\d+)\\.");

  /// What `aws --version` says; empty where there is no `aws`, or it says nothing that can be read.
  static Optional<AwsCliVersion> onPath() {
    try {
      Process process =
          new ProcessBuilder("aws", "--version")
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
              .start();
      String said = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return Optional.empty();
      }
      return parse(said);
    } catch (IOException _) {
      return Optional.empty(); // there is no aws to warn about
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  static Optional<AwsCliVersion> parse(String banner) {
    Matcher matcher = BANNER.matcher(banner);
    return matcher.find()
        ? Optional.of(
            new AwsCliVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /// Whether it reads a profile's `services` section: from 2.13 on, and 1.29 of the first major.
  ///
  /// AWS rule: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
  boolean readsServices() {
    return major > 2 || (major == 2 && minor >= 13) || (major == 1 && minor >= 29);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}

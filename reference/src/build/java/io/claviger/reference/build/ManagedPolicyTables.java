package io.claviger.reference.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JsonParser;

/// Writes `managed-policies.index`, `.newest` and `.history`.
final class ManagedPolicyTables {

  private static final String ARN_START = "arn:aws:iam::aws:";
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int UNIQUE_LENGTH = 17;

  private final ByteArrayOutputStream index = new ByteArrayOutputStream();
  private final DataOutputStream indexData = new DataOutputStream(index);
  private final ByteArrayOutputStream newest = new ByteArrayOutputStream();
  private final ByteArrayOutputStream history = new ByteArrayOutputStream();

  private record Version(int number, Instant created, byte[] document) {}

  /// One policy while it is being read.
  private static final class Policy {
    String arn = "";
    String latest = "";
    Instant created = Instant.EPOCH;
    Instant updated = Instant.EPOCH;
    final List<Version> versions = new ArrayList<>();

    String name() {
      if (!arn.startsWith(ARN_START)) {
        throw new IllegalStateException("Not a managed policy of AWS: " + arn);
      }
      return arn.substring(arn.lastIndexOf('/') + 1);
    }
  }

  static void write(Path source, Path folder) throws IOException {
    List<Policy> policies = new ArrayList<>();
    Json.forEachMember(source, (_, parser) -> policies.add(read(parser)));
    policies.sort(Comparator.comparing(Policy::name, String.CASE_INSENSITIVE_ORDER));
    var tables = new ManagedPolicyTables();
    tables.indexData.writeInt(policies.size());
    for (Policy policy : policies) {
      tables.add(policy);
    }
    Files.write(folder.resolve("managed-policies.index"), tables.index.toByteArray());
    Files.write(folder.resolve("managed-policies.newest"), tables.newest.toByteArray());
    Files.write(folder.resolve("managed-policies.history"), tables.history.toByteArray());
  }

  private static Policy read(JsonParser parser) throws IOException {
    Policy policy = new Policy();
    Json.forEachMember(
        parser,
        (name, value) -> {
          switch (name) {
            case "arn" -> policy.arn = value.getString();
            case "latestVersionId" -> policy.latest = value.getString();
            case "createdDate" -> policy.created = Instant.parse(value.getString());
            case "lastUpdatedDate" -> policy.updated = Instant.parse(value.getString());
            case "versions" ->
                Json.forEachMember(value, (id, version) -> policy.versions.add(read(id, version)));
            default -> value.skipChildren();
          }
        });
    return policy;
  }

  private static Version read(String id, JsonParser parser) throws IOException {
    var created = new Instant[1];
    var document = new byte[1][];
    Json.forEachMember(
        parser,
        (name, value) -> {
          switch (name) {
            case "createdDate" -> created[0] = Instant.parse(value.getString());
            case "document" -> document[0] = Json.compact(value);
            default -> value.skipChildren();
          }
        });
    return new Version(Integer.parseInt(id.substring(1)), created[0], document[0]);
  }

  private void add(Policy policy) throws IOException {
    policy.versions.sort(Comparator.comparingInt(Version::number).reversed());
    Version newestVersion = policy.versions.getFirst();
    if (!policy.latest.equals("v" + newestVersion.number())) {
      throw new IllegalStateException("The default version is not the newest: " + policy.arn);
    }
    indexData.writeUTF(policy.arn.substring(ARN_START.length()));
    indexData.writeUTF(uniqueId(policy.arn));
    indexData.writeLong(policy.created.getEpochSecond());
    indexData.writeLong(policy.updated.getEpochSecond());
    indexData.writeInt(newestVersion.number());
    append(newest, newestVersion.document());
    append(history, history(policy.versions));
  }

  private void append(ByteArrayOutputStream table, byte[] section) throws IOException {
    byte[] packed = Sections.deflate(section);
    indexData.writeInt(table.size());
    indexData.writeInt(packed.length);
    table.write(packed);
  }

  private static byte[] history(List<Version> versions) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeShort(versions.size());
    for (Version version : versions) {
      out.writeInt(version.number());
      out.writeLong(version.created().getEpochSecond());
      out.writeInt(version.document().length);
    }
    for (Version version : versions.subList(1, versions.size())) {
      out.write(version.document());
    }
    return bytes.toByteArray();
  }

  /// AWS's own ids are not in the package, so the id is made from the ARN: the same on every node
  /// and in every release.
  private static String uniqueId(String arn) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(arn.getBytes(StandardCharsets.UTF_8));
      var id = new StringBuilder("ANPA");
      for (int i = 0; i < UNIQUE_LENGTH; i++) {
        id.append(BASE32.charAt(hash[i] & 31));
      }
      return id.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

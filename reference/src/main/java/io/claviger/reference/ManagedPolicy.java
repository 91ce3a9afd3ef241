package io.claviger.reference;

import io.claviger.base.Arn;
import io.claviger.reference.Tables.Section;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A policy that AWS keeps and every account may attach: `arn:aws:iam::aws:policy/…`.
///
/// Its documents are read from the jar when they are asked for; the default version's is kept from
/// then on, so that it is the same object each time. Safe for use by many threads.
///
/// AWS rule: IAM User Guide, "Managed policies and inline policies", "AWS managed policies".
public final class ManagedPolicy {

  private static final String HISTORY = "managed-policies.history";
  private static final int PATH_START = "policy".length();

  private final NewestDocuments documents;
  private final String resource;
  private final String id;
  private final Instant created;
  private final Instant updated;
  private final String defaultVersionId;
  private final Section newest;
  private final Section history;

  /// Guarded by nothing: threads that race read equal texts, and the last one stays.
  private volatile @Nullable String document;

  /// One version of a policy.
  ///
  /// @param id `v1`, `v2`, …
  public record Version(String id, Instant created) {}

  private ManagedPolicy(DataInputStream in, NewestDocuments documents) throws IOException {
    this.documents = documents;
    this.resource = in.readUTF();
    this.id = in.readUTF();
    this.created = Instant.ofEpochSecond(in.readLong());
    this.updated = Instant.ofEpochSecond(in.readLong());
    this.defaultVersionId = "v" + in.readInt();
    this.newest = Section.read(in);
    this.history = Section.read(in);
  }

  static ManagedPolicy read(DataInputStream in, NewestDocuments documents) throws IOException {
    return new ManagedPolicy(in, documents);
  }

  /// The last part of the ARN: `policy/service-role/AWSLambdaRole`.
  String resource() {
    return resource;
  }

  public String name() {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }

  /// With a slash at both ends: `/`, `/service-role/`.
  public String path() {
    return resource.substring(PATH_START, resource.lastIndexOf('/') + 1);
  }

  public Arn arn() {
    return new Arn("aws", "iam", "", "aws", resource);
  }

  /// A unique id in AWS's form, `ANPA…`. Not the one AWS gives, which it does not publish; derived
  /// from the ARN, so it never changes.
  public String id() {
    return id;
  }

  public Instant created() {
    return created;
  }

  /// When the default version was made.
  public Instant updated() {
    return updated;
  }

  public String defaultVersionId() {
    return defaultVersionId;
  }

  /// Every version that AWS published and that is known, newest first. The first is the default.
  /// Reads the jar.
  public List<Version> versions() {
    return Tables.read(HISTORY, history, PolicyHistory::read).versions();
  }

  /// The default version's document as JSON without white space.
  public String document() {
    String known = document;
    if (known == null) {
      known = documents.read(newest);
      document = known;
    }
    return known;
  }

  /// A version's document, or empty when there is no such version. Reads the jar for all but the
  /// default.
  public Optional<String> document(String versionId) {
    return versionId.equals(defaultVersionId) ? Optional.of(document()) : older(versionId);
  }

  /// The documents of all versions, by version id. Reads the jar, once for all.
  public Map<String, String> documents() {
    return Tables.read(HISTORY, history, in -> PolicyHistory.read(in).documents(document(), in));
  }

  private Optional<String> older(String versionId) {
    return Tables.read(
        HISTORY,
        history,
        in -> {
          PolicyHistory known = PolicyHistory.read(in);
          int index = known.indexOf(versionId);
          return index < 0 ? Optional.empty() : Optional.of(known.document(index, in));
        });
  }

  @Override
  public String toString() {
    return arn().toString();
  }
}

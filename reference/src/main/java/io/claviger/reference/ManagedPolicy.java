package io.claviger.reference;

import io.claviger.base.Arn;
import io.claviger.reference.Tables.Section;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A policy that AWS keeps and every account may attach: `arn:aws:iam::aws:policy/…`.
///
/// Its documents are read from the jar when they are asked for; the default version's is kept from
/// then on, so that it is the same object each time. Safe for use by many threads.
///
/// AWS rule: IAM User Guide, "Managed policies and inline policies", "AWS managed policies".
public final class ManagedPolicy {

  private final String name;
  private final String path;
  private final String id;
  private final Instant created;
  private final Instant updated;
  private final List<Version> versions;
  private final List<Integer> lengths;
  private final Section newest;
  private final Section older;

  /// Guarded by nothing: threads that race read equal texts, and the last one stays.
  private volatile @Nullable String document;

  /// One version of a policy.
  ///
  /// @param id `v1`, `v2`, …
  public record Version(String id, Instant created) {}

  private record Sized(Version version, int length) {

    static Sized read(DataInputStream in) throws IOException {
      String id = "v" + in.readInt();
      return new Sized(new Version(id, Instant.ofEpochSecond(in.readLong())), in.readInt());
    }
  }

  private ManagedPolicy(DataInputStream in) throws IOException {
    String pathAndName = in.readUTF();
    int slash = pathAndName.lastIndexOf('/');
    this.name = pathAndName.substring(slash + 1);
    this.path = pathAndName.substring(0, slash + 1);
    this.id = in.readUTF();
    this.created = Instant.ofEpochSecond(in.readLong());
    this.updated = Instant.ofEpochSecond(in.readLong());
    List<Sized> sized = Tables.list(in, in.readUnsignedShort(), Sized::read);
    this.versions = sized.stream().map(Sized::version).toList();
    this.lengths = sized.stream().map(Sized::length).toList();
    this.newest = Section.read(in);
    this.older = Section.read(in);
  }

  static ManagedPolicy read(DataInputStream in) throws IOException {
    return new ManagedPolicy(in);
  }

  public String name() {
    return name;
  }

  /// With a slash at both ends: `/`, `/service-role/`.
  public String path() {
    return path;
  }

  public Arn arn() {
    return new Arn("aws", "iam", "", "aws", "policy" + path + name);
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
    return versions.getFirst().id();
  }

  /// Every version that AWS published and that is known, newest first. The first is the default.
  public List<Version> versions() {
    return versions;
  }

  /// The default version's document as JSON without white space.
  public String document() {
    String known = document;
    if (known == null) {
      known = text("managed-policies.newest", newest, 0, lengths.getFirst());
      document = known;
    }
    return known;
  }

  /// A version's document, or empty when there is no such version. Reads the jar for all but the
  /// default.
  public Optional<String> document(String versionId) {
    int before = 0;
    for (int i = 0; i < versions.size(); i++) {
      if (versions.get(i).id().equals(versionId)) {
        return Optional.of(
            i == 0 ? document() : text("managed-policies.older", older, before, lengths.get(i)));
      }
      before += i == 0 ? 0 : lengths.get(i);
    }
    return Optional.empty();
  }

  private static String text(String file, Section section, int from, int length) {
    return Tables.read(
        file,
        section,
        in -> {
          in.skipNBytes(from);
          byte[] bytes = new byte[length];
          in.readFully(bytes);
          return new String(bytes, StandardCharsets.UTF_8);
        });
  }

  @Override
  public String toString() {
    return arn().toString();
  }
}

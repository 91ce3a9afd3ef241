package io.claviger.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A customer managed policy with its versions.
///
/// @param id `ANPA…`
/// @param description empty where none was given
/// @param updated when a version was last made or made the default
/// @param versions at most five, oldest first
/// @param defaultVersion the number of the version in force
/// @param lastVersion the highest number ever given; numbers are not given twice
public record CustomerPolicy(
    String id,
    String path,
    String name,
    Instant created,
    Tags tags,
    String description,
    Instant updated,
    List<PolicyVersion> versions,
    int defaultVersion,
    int lastVersion)
    implements Named, Tagged {

  public CustomerPolicy {
    versions = List.copyOf(versions);
  }

  /// One version; `number` 3 is shown as `v3`.
  public record PolicyVersion(int number, String document, Instant created) {

    public String versionId() {
      return "v" + number;
    }
  }

  public static CustomerPolicy create(
      String id,
      String path,
      String name,
      Instant created,
      Tags tags,
      String description,
      String document) {
    PolicyVersion first = new PolicyVersion(1, document, created);
    return new CustomerPolicy(
        id, path, name, created, tags, description, created, List.of(first), 1, 1);
  }

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.CUSTOMER_POLICY, id);
  }

  @Override
  public String arnType() {
    return "policy";
  }

  /// The document in force.
  public String document() {
    return version("v" + defaultVersion)
        .orElseThrow(() -> new IllegalStateException("No default version in policy " + id))
        .document();
  }

  public Optional<PolicyVersion> version(String versionId) {
    return versions.stream().filter(v -> v.versionId().equals(versionId)).findFirst();
  }

  @Override
  public CustomerPolicy withTags(Tags newTags) {
    return with(newTags, updated, versions, defaultVersion, lastVersion);
  }

  /// With one version more, which is the default if `asDefault`.
  public CustomerPolicy withVersion(String document, Instant now, boolean asDefault) {
    int number = lastVersion + 1;
    List<PolicyVersion> more = new ArrayList<>(versions);
    more.add(new PolicyVersion(number, document, now));
    return with(tags, now, more, asDefault ? number : defaultVersion, number);
  }

  public CustomerPolicy withDefault(int number, Instant now) {
    return with(tags, now, versions, number, lastVersion);
  }

  public CustomerPolicy withoutVersion(int number, Instant now) {
    List<PolicyVersion> fewer = versions.stream().filter(v -> v.number() != number).toList();
    return with(tags, now, fewer, defaultVersion, lastVersion);
  }

  private CustomerPolicy with(
      Tags newTags, Instant newUpdated, List<PolicyVersion> newVersions, int newDefault, int last) {
    return new CustomerPolicy(
        id, path, name, created, newTags, description, newUpdated, newVersions, newDefault, last);
  }
}

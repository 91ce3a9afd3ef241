package io.claviger.service.iam;

import io.claviger.account.CustomerPolicy;
import io.claviger.account.CustomerPolicy.PolicyVersion;
import io.claviger.account.Tags;
import io.claviger.base.Arn;
import io.claviger.reference.ManagedPolicy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A managed policy as an account sees it: one of its own or one of AWS's.
///
/// AWS rule: IAM User Guide, "Managed policies and inline policies".
public sealed interface AttachablePolicy {

  String id();

  String path();

  String name();

  Arn arn();

  Instant created();

  /// When the default version was last changed.
  Instant updated();

  /// Empty where there is none. AWS's descriptions of its own policies are not known.
  String description();

  Tags tags();

  String defaultVersionId();

  /// The versions, newest first.
  List<Version> versions();

  /// The document of a version; empty when there is no such version.
  Optional<String> document(String versionId);

  /// The documents of all versions, by version id.
  Map<String, String> documents();

  default Optional<Version> version(String versionId) {
    return versions().stream().filter(version -> version.id().equals(versionId)).findFirst();
  }

  /// One version of the policy.
  ///
  /// @param id `v1`
  record Version(String id, Instant created) {

    public int number() {
      return Integer.parseInt(id.substring(1));
    }
  }

  /// A customer managed policy.
  record Own(CustomerPolicy policy, Arn arn) implements AttachablePolicy {

    @Override
    public String id() {
      return policy.id();
    }

    @Override
    public String path() {
      return policy.path();
    }

    @Override
    public String name() {
      return policy.name();
    }

    @Override
    public Instant created() {
      return policy.created();
    }

    @Override
    public Instant updated() {
      return policy.updated();
    }

    @Override
    public String description() {
      return policy.description();
    }

    @Override
    public Tags tags() {
      return policy.tags();
    }

    @Override
    public String defaultVersionId() {
      return "v" + policy.defaultVersion();
    }

    @Override
    public List<Version> versions() {
      return policy.versions().stream()
          .sorted(Comparator.comparingInt(PolicyVersion::number).reversed())
          .map(version -> new Version(version.versionId(), version.created()))
          .toList();
    }

    @Override
    public Optional<String> document(String versionId) {
      return policy.version(versionId).map(PolicyVersion::document);
    }

    @Override
    public Map<String, String> documents() {
      return policy.versions().stream()
          .collect(Collectors.toMap(PolicyVersion::versionId, PolicyVersion::document));
    }
  }

  /// A policy of AWS's.
  record OfAws(ManagedPolicy policy) implements AttachablePolicy {

    @Override
    public String id() {
      return policy.id();
    }

    @Override
    public String path() {
      return policy.path();
    }

    @Override
    public String name() {
      return policy.name();
    }

    @Override
    public Arn arn() {
      return policy.arn();
    }

    @Override
    public Instant created() {
      return policy.created();
    }

    @Override
    public Instant updated() {
      return policy.updated();
    }

    @Override
    public String description() {
      return "";
    }

    @Override
    public Tags tags() {
      return Tags.NONE;
    }

    @Override
    public String defaultVersionId() {
      return policy.defaultVersionId();
    }

    @Override
    public List<Version> versions() {
      return policy.versions().stream()
          .map(version -> new Version(version.id(), version.created()))
          .toList();
    }

    @Override
    public Optional<String> document(String versionId) {
      return policy.document(versionId);
    }

    @Override
    public Map<String, String> documents() {
      return policy.documents();
    }
  }
}

package io.claviger.service.iam.report;

import io.claviger.account.Account;
import io.claviger.account.PolicyHolder;
import io.claviger.account.Role;
import io.claviger.base.Arn;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.AttachablePolicy;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EntityType;

/// The parts of an account's authorization details, in the order in which pages go through them.
enum Part {
  USERS(EntityType.USER),
  ROLES(EntityType.ROLE),
  GROUPS(EntityType.GROUP),
  OWN_POLICIES(EntityType.LOCAL_MANAGED_POLICY),
  POLICIES_OF_AWS(EntityType.AWS_MANAGED_POLICY);

  /// What the ARNs of AWS's policies start with, and no others.
  private static final String OF_AWS = "arn:aws:iam::aws:";

  private final EntityType type;

  Part(EntityType type) {
    this.type = type;
  }

  /// The value of the filter that asks for it.
  EntityType type() {
    return type;
  }

  /// What stands in the part, in order and lazily. Of AWS's policies those that somebody uses: the
  /// rest says nothing of the account.
  ///
  /// @param after where to go on, an [Entry#place]; null for the start
  Stream<Entry> in(Account home, AttachablePolicies policies, @Nullable String after) {
    return switch (this) {
      case USERS -> home.users().inOrder(after).map(this::holder);
      case ROLES -> home.roles().inOrder(after).map(this::holder);
      case GROUPS -> home.groups().inOrder(after).map(this::holder);
      case OWN_POLICIES -> policies.own(home, after).map(policy -> managed(policy.name(), policy));
      case POLICIES_OF_AWS ->
          home.usedPolicies(after == null ? OF_AWS : OF_AWS + after)
              .flatMap(arn -> policies.find(arn.toString(), home).stream())
              .map(policy -> managed(afterPrefix(policy.arn()), policy));
    };
  }

  /// One entity of the details.
  sealed interface Entry {

    Part part();

    /// Where it stands in its part.
    String place();

    /// How many characters its policies have.
    long size();

    /// A user, group or role.
    record Holder(Part part, PolicyHolder holder) implements Entry {

      @Override
      public String place() {
        return holder.name();
      }

      @Override
      public long size() {
        long trust = holder instanceof Role role ? role.trust().length() : 0;
        return trust + characters(holder.policies().inline());
      }
    }

    /// A managed policy.
    ///
    /// @param documents of all its versions, by version id
    record Managed(Part part, String place, AttachablePolicy policy, Map<String, String> documents)
        implements Entry {

      @Override
      public long size() {
        return characters(documents);
      }
    }

    private static long characters(Map<String, String> documents) {
      return documents.values().stream().mapToLong(String::length).sum();
    }
  }

  private Entry holder(PolicyHolder holder) {
    return new Entry.Holder(this, holder);
  }

  private Entry managed(String place, AttachablePolicy policy) {
    return new Entry.Managed(this, place, policy, policy.documents());
  }

  private static String afterPrefix(Arn arn) {
    return arn.toString().substring(OF_AWS.length());
  }
}

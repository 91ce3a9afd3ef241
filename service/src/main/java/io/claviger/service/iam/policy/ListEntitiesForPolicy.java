package io.claviger.service.iam.policy;

import io.claviger.account.Account;
import io.claviger.account.Bounded;
import io.claviger.account.EntityKey;
import io.claviger.account.EntityKind;
import io.claviger.account.Group;
import io.claviger.account.PolicyHolder;
import io.claviger.account.Role;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUser;

/// Lists the account's users, groups and roles that use a managed policy, each once: first those it
/// is attached to, then those it is only the permissions boundary of.
///
/// Permissions: `iam:ListEntitiesForPolicy` on the policy.
record ListEntitiesForPolicy(AttachablePolicies policies)
    implements ReadOperation<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse> {

  @Override
  public Class<ListEntitiesForPolicyRequest> input() {
    return ListEntitiesForPolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListEntitiesForPolicyRequest input, Call call, View view) {
    return List.of(
        IamResources.policy(view.home(), "iam:ListEntitiesForPolicy", input.policyArn()));
  }

  @Override
  public ListEntitiesForPolicyResponse run(
      ListEntitiesForPolicyRequest input, Call call, View view) {
    Account home = view.home();
    Arn policy = policies.require(input.policyArn(), home).arn();
    PolicyUsage usage = PolicyUsage.of(input.policyUsageFilter());
    Page<Place> page =
        Page.of(
            Page.Request.of(input, input.maxItems(), input.marker()),
            after -> places(home, policy, usage, after == null ? null : Place.Mark.parse(after)),
            place -> place.mark().toString(),
            wanted(input));
    return answer(page);
  }

  /// A user, group or role, and where it stands in the list.
  private record Place(boolean isBoundary, PolicyHolder holder) {

    Mark mark() {
      return new Mark(isBoundary, holder.key());
    }

    /// Where something stands in the list.
    record Mark(boolean isBoundary, EntityKey key) {

      static Mark parse(String text) {
        String[] parts = text.split("/", 3);
        for (EntityKind kind : EntityKind.values()) {
          if (parts.length == 3 && parts[1].equals(kind.name())) {
            return new Mark(parts[0].equals("B"), new EntityKey(kind, parts[2]));
          }
        }
        throw IamErrors.invalidMarker();
      }

      @Override
      public String toString() {
        return (isBoundary ? "B/" : "P/") + key.kind() + '/' + key.id();
      }
    }
  }

  private static Stream<Place> places(
      Account home, Arn policy, PolicyUsage usage, Place.@Nullable Mark after) {
    EntityKey afterBounded = after != null && after.isBoundary() ? after.key() : null;
    EntityKey afterAttached = after != null && !after.isBoundary() ? after.key() : null;
    Stream<Place> attached =
        usage.asPermissions() && afterBounded == null
            ? home.attachedTo(policy, afterAttached).map(holder -> new Place(false, holder))
            : Stream.empty();
    if (!usage.asBoundary()) {
      return attached;
    }
    // What is attached too stands in the list already.
    Predicate<Bounded> isNew =
        holder -> !usage.asPermissions() || !holder.policies().attached().contains(policy);
    return Stream.concat(
        attached,
        home.boundedBy(policy, afterBounded).filter(isNew).map(holder -> new Place(true, holder)));
  }

  private static Predicate<Place> wanted(ListEntitiesForPolicyRequest input) {
    return place -> {
      PolicyHolder holder = place.holder();
      boolean isUnder = input.pathPrefix() == null || holder.path().startsWith(input.pathPrefix());
      return isUnder && (input.entityFilter() == null || input.entityFilter() == type(holder));
    };
  }

  private static EntityType type(PolicyHolder holder) {
    return switch (holder) {
      case User _ -> EntityType.USER;
      case Group _ -> EntityType.GROUP;
      case Role _ -> EntityType.ROLE;
    };
  }

  private static ListEntitiesForPolicyResponse answer(Page<Place> page) {
    List<PolicyUser> users = new ArrayList<>();
    List<PolicyGroup> groups = new ArrayList<>();
    List<PolicyRole> roles = new ArrayList<>();
    for (Place place : page.items()) {
      switch (place.holder()) {
        case User user ->
            users.add(PolicyUser.builder().userName(user.name()).userId(user.id()).build());
        case Group group ->
            groups.add(PolicyGroup.builder().groupName(group.name()).groupId(group.id()).build());
        case Role role ->
            roles.add(PolicyRole.builder().roleName(role.name()).roleId(role.id()).build());
      }
    }
    return ListEntitiesForPolicyResponse.builder()
        .policyUsers(users)
        .policyGroups(groups)
        .policyRoles(roles)
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}

package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.account.Quota;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;

class AttachedPoliciesTest implements OperationFamily {

  private static final AttachedPolicy READ_ONLY =
      AttachedPolicy.builder().policyName("ReadOnlyAccess").policyArn(Given.READ_ONLY).build();

  /// Acts on something of a kind, of a name, with a policy.
  private interface Act {
    void act(Tenant t, String name, String policy);
  }

  /// Users, groups or roles.
  ///
  /// @param list is given a path prefix in place of a policy
  private record Holder(
      String kind,
      Quota quota,
      BiConsumer<Tenant, String> make,
      Act attach,
      Act detach,
      Act list) {}

  private static final List<Holder> HOLDERS =
      List.of(
          new Holder(
              "User",
              Quota.ATTACHED_PER_USER,
              Given::user,
              (t, name, policy) ->
                  t.iam().attachUserPolicy(in -> in.userName(name).policyArn(policy)),
              (t, name, policy) ->
                  t.iam().detachUserPolicy(in -> in.userName(name).policyArn(policy)),
              (t, name, prefix) ->
                  t.iam().listAttachedUserPolicies(in -> in.userName(name).pathPrefix(prefix))),
          new Holder(
              "Group",
              Quota.ATTACHED_PER_GROUP,
              Given::group,
              (t, name, policy) ->
                  t.iam().attachGroupPolicy(in -> in.groupName(name).policyArn(policy)),
              (t, name, policy) ->
                  t.iam().detachGroupPolicy(in -> in.groupName(name).policyArn(policy)),
              (t, name, prefix) ->
                  t.iam().listAttachedGroupPolicies(in -> in.groupName(name).pathPrefix(prefix))),
          new Holder(
              "Role",
              Quota.ATTACHED_PER_ROLE,
              Given::role,
              (t, name, policy) ->
                  t.iam().attachRolePolicy(in -> in.roleName(name).policyArn(policy)),
              (t, name, policy) ->
                  t.iam().detachRolePolicy(in -> in.roleName(name).policyArn(policy)),
              (t, name, prefix) ->
                  t.iam().listAttachedRolePolicies(in -> in.roleName(name).pathPrefix(prefix))));

  @Test
  @Success({"AttachUserPolicy", "ListAttachedUserPolicies", "DetachUserPolicy"})
  void policyIsAttachedToAUser(Tenant t) {
    Given.user(t, "ann");
    t.iam().attachUserPolicy(in -> in.userName("ann").policyArn(Given.READ_ONLY));
    assertEquals(
        List.of(READ_ONLY),
        t.iam().listAttachedUserPolicies(in -> in.userName("ann")).attachedPolicies());
    t.iam().detachUserPolicy(in -> in.userName("ann").policyArn(Given.READ_ONLY));
    assertEquals(
        List.of(), t.iam().listAttachedUserPolicies(in -> in.userName("ann")).attachedPolicies());
  }

  @Test
  @Success({"AttachGroupPolicy", "ListAttachedGroupPolicies", "DetachGroupPolicy"})
  void policyIsAttachedToAGroup(Tenant t) {
    Given.group(t, "Devs");
    t.iam().attachGroupPolicy(in -> in.groupName("Devs").policyArn(Given.READ_ONLY));
    assertEquals(
        List.of(READ_ONLY),
        t.iam().listAttachedGroupPolicies(in -> in.groupName("Devs")).attachedPolicies());
    t.iam().detachGroupPolicy(in -> in.groupName("Devs").policyArn(Given.READ_ONLY));
    assertEquals(
        List.of(),
        t.iam().listAttachedGroupPolicies(in -> in.groupName("Devs")).attachedPolicies());
  }

  @Test
  @Success({"AttachRolePolicy", "ListAttachedRolePolicies", "DetachRolePolicy"})
  void policyIsAttachedToARole(Tenant t) {
    Given.role(t, "app");
    t.iam().attachRolePolicy(in -> in.roleName("app").policyArn(Given.READ_ONLY));
    assertEquals(
        List.of(READ_ONLY),
        t.iam().listAttachedRolePolicies(in -> in.roleName("app")).attachedPolicies());
    t.iam().detachRolePolicy(in -> in.roleName("app").policyArn(Given.READ_ONLY));
    assertEquals(
        List.of(), t.iam().listAttachedRolePolicies(in -> in.roleName("app")).attachedPolicies());
  }

  @Override
  public List<Refusal> refusals() {
    return Stream.concat(HOLDERS.stream().flatMap(AttachedPoliciesTest::of), ofProtectedRoles())
        .toList();
  }

  private static Stream<Refusal> of(Holder holder) {
    String attach = "Attach" + holder.kind + "Policy";
    String detach = "Detach" + holder.kind + "Policy";
    String list = "ListAttached" + holder.kind + "Policies";
    Act toNew =
        (t, name, policy) -> {
          holder.make.accept(t, name);
          holder.attach.act(t, name, policy);
        };
    return Stream.of(
        Refusal.noSuchEntity(attach, t -> holder.attach.act(t, "nobody", Given.READ_ONLY)),
        Refusal.invalidInput(attach, t -> toNew.act(t, "it", Given.NO_POLICY_ARN)),
        Refusal.notAttachable(attach, t -> toNew.act(t, "it", Given.ECS_SERVICE_POLICY)),
        Refusal.limitExceeded(
            attach,
            t -> {
              t.limit(holder.quota, 1);
              toNew.act(t, "it", Given.READ_ONLY);
              holder.attach.act(t, "it", Given.policy(t, "Own"));
            }),
        Refusal.noSuchEntity(
            detach,
            t -> {
              holder.make.accept(t, "it");
              holder.detach.act(t, "it", Given.READ_ONLY);
            }),
        Refusal.invalidInput(
            detach,
            t -> {
              holder.make.accept(t, "it");
              holder.detach.act(t, "it", Given.NO_POLICY_ARN);
            }),
        Refusal.noSuchEntity(list, t -> holder.list.act(t, "nobody", "/")));
  }

  private static Stream<Refusal> ofProtectedRoles() {
    return Stream.of(
        Refusal.unmodifiable(
            "AttachRolePolicy",
            t -> {
              Given.serviceLinkedRole(t);
              t.iam()
                  .attachRolePolicy(
                      in -> in.roleName(Given.SERVICE_LINKED_ROLE).policyArn(Given.READ_ONLY));
            }),
        Refusal.unmodifiable(
            "DetachRolePolicy",
            t -> {
              Given.serviceLinkedRole(t);
              t.iam()
                  .detachRolePolicy(in ->
                      in.roleName(Given.SERVICE_LINKED_ROLE).policyArn(Given.ECS_SERVICE_POLICY));
            }));
  }
}

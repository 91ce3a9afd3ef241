package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InlinePoliciesTest implements OperationFamily {

  @Test
  @Success({"PutUserPolicy", "GetUserPolicy", "ListUserPolicies", "DeleteUserPolicy"})
  void userHasPolicies(Tenant t) {
    Given.user(t, "ann");
    t.iam().putUserPolicy(in -> in.userName("ann").policyName("p").policyDocument(Given.DOCUMENT));
    assertDocument(
        t.iam().getUserPolicy(in -> in.userName("ann").policyName("p")).policyDocument());
    assertEquals(List.of("p"), t.iam().listUserPolicies(in -> in.userName("ann")).policyNames());
    t.iam().deleteUserPolicy(in -> in.userName("ann").policyName("p"));
    assertEquals(List.of(), t.iam().listUserPolicies(in -> in.userName("ann")).policyNames());
  }

  @Test
  @Success({"PutGroupPolicy", "GetGroupPolicy", "ListGroupPolicies", "DeleteGroupPolicy"})
  void groupHasPolicies(Tenant t) {
    Given.group(t, "Devs");
    t.iam()
        .putGroupPolicy(in -> in.groupName("Devs").policyName("p").policyDocument(Given.DOCUMENT));
    assertDocument(
        t.iam().getGroupPolicy(in -> in.groupName("Devs").policyName("p")).policyDocument());
    assertEquals(List.of("p"), t.iam().listGroupPolicies(in -> in.groupName("Devs")).policyNames());
    t.iam().deleteGroupPolicy(in -> in.groupName("Devs").policyName("p"));
    assertEquals(List.of(), t.iam().listGroupPolicies(in -> in.groupName("Devs")).policyNames());
  }

  @Test
  @Success({"PutRolePolicy", "GetRolePolicy", "ListRolePolicies", "DeleteRolePolicy"})
  void roleHasPolicies(Tenant t) {
    Given.role(t, "app");
    t.iam().putRolePolicy(in -> in.roleName("app").policyName("p").policyDocument(Given.DOCUMENT));
    assertDocument(
        t.iam().getRolePolicy(in -> in.roleName("app").policyName("p")).policyDocument());
    assertEquals(List.of("p"), t.iam().listRolePolicies(in -> in.roleName("app")).policyNames());
    t.iam().deleteRolePolicy(in -> in.roleName("app").policyName("p"));
    assertEquals(List.of(), t.iam().listRolePolicies(in -> in.roleName("app")).policyNames());
  }

  private static void assertDocument(String encoded) {
    assertEquals(Given.DOCUMENT, URLDecoder.decode(encoded, StandardCharsets.UTF_8));
  }

  /// @param inlineSize of all inline policies together
  private record Holder(String kind, int inlineSize, BiConsumer<Tenant, String> make, Put put) {

    /// Puts a policy with a document of the one that is there, or of nobody.
    interface Put {
      void put(Tenant t, String name, String document);
    }

    Stream<Refusal> refusals() {
      String put = "Put" + kind + "Policy";
      return Stream.of(
          Refusal.noSuchEntity(put, t -> this.put.put(t, "nobody", Given.DOCUMENT)),
          Refusal.malformedPolicy(
              put,
              t -> {
                make.accept(t, "it");
                this.put.put(t, "it", "{\"Version\":\"2012-10-17\"}");
              }),
          Refusal.limitExceeded(
              put,
              t -> {
                make.accept(t, "it");
                this.put.put(t, "it", Given.documentOf(inlineSize + 1));
              }));
    }
  }

  private static List<Holder> holders() {
    return List.of(
        new Holder(
            "User",
            2_048,
            Given::user,
            (t, name, document) ->
                t.iam()
                    .putUserPolicy(
                        in -> in.userName(name).policyName("p").policyDocument(document))),
        new Holder(
            "Group",
            5_120,
            Given::group,
            (t, name, document) ->
                t.iam()
                    .putGroupPolicy(
                        in -> in.groupName(name).policyName("p").policyDocument(document))),
        new Holder(
            "Role",
            10_240,
            Given::role,
            (t, name, document) ->
                t.iam()
                    .putRolePolicy(
                        in -> in.roleName(name).policyName("p").policyDocument(document))));
  }

  @Override
  public List<Refusal> refusals() {
    return Stream.concat(holders().stream().flatMap(Holder::refusals), others()).toList();
  }

  private static Stream<Refusal> others() {
    return Stream.of(ofProtectedRoles(), missing()).flatMap(List::stream);
  }

  private static List<Refusal> ofProtectedRoles() {
    return List.of(
        Refusal.unmodifiable(
            "PutRolePolicy",
            t -> {
              Given.serviceLinkedRole(t);
              t.iam()
                  .putRolePolicy(in ->
                      in.roleName(Given.SERVICE_LINKED_ROLE)
                          .policyName("p")
                          .policyDocument(Given.DOCUMENT));
            }),
        Refusal.unmodifiable(
            "DeleteRolePolicy",
            t -> {
              Given.serviceLinkedRole(t);
              t.iam()
                  .deleteRolePolicy(in -> in.roleName(Given.SERVICE_LINKED_ROLE).policyName("p"));
            }));
  }

  private static List<Refusal> missing() {
    return List.of(
        Refusal.noSuchEntity(
            "GetUserPolicy",
            t -> {
              Given.user(t, "ann");
              t.iam().getUserPolicy(in -> in.userName("ann").policyName("p"));
            }),
        Refusal.noSuchEntity(
            "GetGroupPolicy",
            t -> {
              Given.group(t, "Devs");
              t.iam().getGroupPolicy(in -> in.groupName("Devs").policyName("p"));
            }),
        Refusal.noSuchEntity(
            "GetRolePolicy",
            t -> {
              Given.role(t, "app");
              t.iam().getRolePolicy(in -> in.roleName("app").policyName("p"));
            }),
        Refusal.noSuchEntity(
            "DeleteUserPolicy",
            t -> {
              Given.user(t, "ann");
              t.iam().deleteUserPolicy(in -> in.userName("ann").policyName("p"));
            }),
        Refusal.noSuchEntity(
            "DeleteGroupPolicy",
            t -> {
              Given.group(t, "Devs");
              t.iam().deleteGroupPolicy(in -> in.groupName("Devs").policyName("p"));
            }),
        Refusal.noSuchEntity(
            "DeleteRolePolicy",
            t -> {
              Given.role(t, "app");
              t.iam().deleteRolePolicy(in -> in.roleName("app").policyName("p"));
            }),
        Refusal.noSuchEntity(
            "ListUserPolicies", t -> t.iam().listUserPolicies(in -> in.userName("nobody"))),
        Refusal.noSuchEntity(
            "ListGroupPolicies", t -> t.iam().listGroupPolicies(in -> in.groupName("nobody"))),
        Refusal.noSuchEntity(
            "ListRolePolicies", t -> t.iam().listRolePolicies(in -> in.roleName("nobody"))));
  }
}

package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.iam.model.Role;

class RolesTest implements OperationFamily {

  @Test
  @Success({"CreateRole", "GetRole", "ListRoles"})
  void roleIsMadeAsAsked(Tenant t) {
    String trust = Given.trusting(t);
    t.iam()
        .createRole(in ->
            in.roleName("app")
                .path("/team/")
                .description("Runs the app")
                .maxSessionDuration(7200)
                .tags(Given.TAGS)
                .assumeRolePolicyDocument(trust));
    Role role = role(t);
    assertEquals(t.arn("role/team/app"), role.arn());
    assertTrue(role.roleId().matches("AROA[A-Z0-9]{17}"), role.roleId());
    assertEquals("Runs the app", role.description());
    assertEquals(7200, role.maxSessionDuration());
    assertEquals(Given.TAGS, role.tags());
    assertEquals(trust, decoded(role.assumeRolePolicyDocument()));
    Given.role(t, "other");
    assertEquals(
        List.of("app", "other"),
        t.iam().listRolesPaginator(in -> in.maxItems(1)).roles().stream()
            .map(Role::roleName)
            .toList());
  }

  @Test
  @Success({"UpdateRole", "UpdateRoleDescription", "UpdateAssumeRolePolicy"})
  void roleIsChanged(Tenant t) {
    Given.role(t, "app");
    t.iam().updateRole(in -> in.roleName("app").maxSessionDuration(43_200).description("new"));
    assertEquals(43_200, role(t).maxSessionDuration());
    assertEquals("new", role(t).description());
    Role answered =
        t.iam().updateRoleDescription(in -> in.roleName("app").description("newer")).role();
    assertEquals("newer", answered.description());
    assertEquals("newer", role(t).description());
    String trust = Given.trust("Service", "ec2.amazonaws.com");
    t.iam().updateAssumeRolePolicy(in -> in.roleName("app").policyDocument(trust));
    assertEquals(trust, decoded(role(t).assumeRolePolicyDocument()));
  }

  @Test
  @Success("DeleteRole")
  void deletedRoleIsGone(Tenant t) {
    Given.role(t, "app");
    t.iam().waiter().waitUntilRoleExists(in -> in.roleName("app"));
    t.iam().deleteRole(in -> in.roleName("app"));
    assertEquals(List.of(), t.iam().listRoles().roles());
  }

  @Test
  void Abuse_088_roleForASharedIssuerNamesItsTenant(Tenant t) {
    String open = trustingGithub(t, "aud", "sts.amazonaws.com");
    assertThrows(
        MalformedPolicyDocumentException.class,
        () -> t.iam().createRole(in -> in.roleName("app").assumeRolePolicyDocument(open)));
    String closed = trustingGithub(t, "sub", "repo:acme/app:ref:refs/heads/main");
    t.iam().createRole(in -> in.roleName("app").assumeRolePolicyDocument(closed));
    assertThrows(
        MalformedPolicyDocumentException.class,
        () -> t.iam().updateAssumeRolePolicy(in -> in.roleName("app").policyDocument(open)));
    assertEquals(closed, decoded(role(t).assumeRolePolicyDocument()));
  }

  private static String trustingGithub(Tenant t, String claim, String value) {
    String issuer = "token.actions.githubusercontent.com";
    return """
    {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"%s"},\
    "Action":"sts:AssumeRoleWithWebIdentity",\
    "Condition":{"StringEquals":{"%s:%s":"%s"}}}}\
    """
        .formatted(t.arn("oidc-provider/" + issuer), issuer, claim, value);
  }

  private static Role role(Tenant t) {
    return t.iam().getRole(in -> in.roleName("app")).role();
  }

  private static String decoded(String document) {
    return URLDecoder.decode(document, StandardCharsets.UTF_8);
  }

  @Override
  public List<Refusal> refusals() {
    return Stream.of(creating(), changing(), deleting()).flatMap(List::stream).toList();
  }

  private static List<Refusal> creating() {
    return List.of(
        Refusal.limitExceeded(
            "CreateRole",
            t -> {
              t.limit(Quota.ROLES, 1);
              Given.role(t, "app");
              Given.role(t, "other");
            }),
        Refusal.alreadyExists(
            "CreateRole",
            t -> {
              Given.role(t, "app");
              Given.role(t, "APP");
            }),
        Refusal.invalidInput(
            "CreateRole",
            t ->
                t.iam()
                    .createRole(in ->
                        in.roleName("app")
                            .assumeRolePolicyDocument(Given.trusting(t))
                            .tags(Given.SAME_TAG_TWICE))),
        Refusal.malformedPolicy(
            "CreateRole",
            t ->
                t.iam()
                    .createRole(in -> in.roleName("app").assumeRolePolicyDocument(Given.DOCUMENT))),
        Refusal.noSuchEntity("GetRole", t -> t.iam().getRole(in -> in.roleName("app"))));
  }

  private static List<Refusal> changing() {
    return List.of(
        Refusal.noSuchEntity(
            "UpdateRole", t -> t.iam().updateRole(in -> in.roleName("app").description("x"))),
        Refusal.unmodifiable(
            "UpdateRole",
            t -> {
              Given.serviceLinkedRole(t);
              t.iam()
                  .updateRole(
                      in -> in.roleName(Given.SERVICE_LINKED_ROLE).maxSessionDuration(7200));
            }),
        Refusal.noSuchEntity(
            "UpdateRoleDescription",
            t -> t.iam().updateRoleDescription(in -> in.roleName("app").description("x"))),
        Refusal.noSuchEntity(
            "UpdateAssumeRolePolicy",
            t ->
                t.iam()
                    .updateAssumeRolePolicy(
                        in -> in.roleName("app").policyDocument(Given.trusting(t)))),
        Refusal.malformedPolicy(
            "UpdateAssumeRolePolicy",
            t -> {
              Given.role(t, "app");
              t.iam()
                  .updateAssumeRolePolicy(in ->
                      in.roleName("app").policyDocument(Given.trust("AWS", t.arn("user/nobody"))));
            }),
        Refusal.limitExceeded(
            "UpdateAssumeRolePolicy",
            t -> {
              Given.role(t, "app");
              t.limit(Quota.TRUST_POLICY_SIZE, 100);
              t.iam()
                  .updateAssumeRolePolicy(
                      in -> in.roleName("app").policyDocument(Given.trusting(t)));
            }),
        Refusal.unmodifiable(
            "UpdateAssumeRolePolicy",
            t -> {
              Given.serviceLinkedRole(t);
              t.iam()
                  .updateAssumeRolePolicy(in ->
                      in.roleName(Given.SERVICE_LINKED_ROLE).policyDocument(Given.trusting(t)));
            }));
  }

  private static List<Refusal> deleting() {
    return List.of(
        Refusal.noSuchEntity("DeleteRole", t -> t.iam().deleteRole(in -> in.roleName("app"))),
        Refusal.deleteConflict(
            "DeleteRole",
            t -> {
              Given.role(t, "app");
              t.iam().attachRolePolicy(in -> in.roleName("app").policyArn(Given.READ_ONLY));
              t.iam().deleteRole(in -> in.roleName("app"));
            }),
        Refusal.unmodifiable(
            "DeleteRole",
            t -> {
              Given.serviceLinkedRole(t);
              t.iam().deleteRole(in -> in.roleName(Given.SERVICE_LINKED_ROLE));
            }));
  }
}

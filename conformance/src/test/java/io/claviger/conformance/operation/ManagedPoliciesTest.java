package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.ListEntitiesForPolicyResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyVersion;

class ManagedPoliciesTest implements OperationFamily {

  @Test
  @Success({"CreatePolicy", "GetPolicy", "ListPolicies", "DeletePolicy"})
  void policyIsMadeAsAskedAndDeleted(Tenant t) {
    Policy made =
        t.iam()
            .createPolicy(in ->
                in.policyName("Own")
                    .path("/team/")
                    .description("What it is for")
                    .tags(Given.TAGS)
                    .policyDocument(Given.DOCUMENT))
            .policy();
    assertEquals(t.arn("policy/team/Own"), made.arn());
    assertTrue(made.policyId().matches("ANPA[A-Z0-9]{17}"), made.policyId());
    Policy shown = t.iam().getPolicy(in -> in.policyArn(made.arn())).policy();
    assertEquals("What it is for", shown.description());
    assertEquals(Given.TAGS, shown.tags());
    assertEquals("v1", shown.defaultVersionId());
    assertEquals(0, shown.attachmentCount());
    assertEquals(List.of(made.arn()), local(t));
    t.iam().deletePolicy(in -> in.policyArn(made.arn()));
    assertEquals(List.of(), local(t));
  }

  @Test
  @Success("ListPolicies")
  void policiesOfAwsAreListedPageByPage(Tenant t) {
    long all =
        t.iam().listPoliciesPaginator(in -> in.scope(PolicyScopeType.AWS)).policies().stream()
            .count();
    assertTrue(all > 1_000, () -> "only " + all);
    assertEquals(
        "ReadOnlyAccess",
        t.iam().getPolicy(in -> in.policyArn(Given.READ_ONLY)).policy().policyName());
  }

  @Test
  @Success({"CreatePolicyVersion", "GetPolicyVersion", "ListPolicyVersions"})
  void versionIsMade(Tenant t) {
    String arn = Given.policy(t, "Own");
    String wider = Given.allowing("s3:*");
    PolicyVersion made =
        t.iam()
            .createPolicyVersion(in -> in.policyArn(arn).policyDocument(wider).setAsDefault(true))
            .policyVersion();
    assertEquals("v2", made.versionId());
    PolicyVersion shown =
        t.iam().getPolicyVersion(in -> in.policyArn(arn).versionId("v2")).policyVersion();
    assertEquals(wider, URLDecoder.decode(shown.document(), StandardCharsets.UTF_8));
    assertTrue(shown.isDefaultVersion());
    assertEquals(List.of("v2", "v1"), versions(t, arn));
  }

  @Test
  @Success({"SetDefaultPolicyVersion", "DeletePolicyVersion"})
  void defaultMovesAndTheOldVersionIsDeleted(Tenant t) {
    String arn = twice(t);
    t.iam().setDefaultPolicyVersion(in -> in.policyArn(arn).versionId("v2"));
    assertEquals("v2", t.iam().getPolicy(in -> in.policyArn(arn)).policy().defaultVersionId());
    t.iam().deletePolicyVersion(in -> in.policyArn(arn).versionId("v1"));
    assertEquals(List.of("v2"), versions(t, arn));
  }

  @Test
  @Success("ListEntitiesForPolicy")
  void holdersAreListed(Tenant t) {
    Given.user(t, "ann");
    Given.group(t, "Devs");
    Given.role(t, "app");
    t.iam().attachUserPolicy(in -> in.userName("ann").policyArn(Given.READ_ONLY));
    t.iam().attachGroupPolicy(in -> in.groupName("Devs").policyArn(Given.READ_ONLY));
    t.iam().attachRolePolicy(in -> in.roleName("app").policyArn(Given.READ_ONLY));
    ListEntitiesForPolicyResponse holders =
        t.iam().listEntitiesForPolicy(in -> in.policyArn(Given.READ_ONLY));
    assertEquals("ann", holders.policyUsers().getFirst().userName());
    assertEquals("Devs", holders.policyGroups().getFirst().groupName());
    assertEquals("app", holders.policyRoles().getFirst().roleName());
  }

  /// A policy with two versions, the first of them default.
  private static String twice(Tenant t) {
    String arn = Given.policy(t, "Own");
    t.iam().createPolicyVersion(in -> in.policyArn(arn).policyDocument(Given.DOCUMENT));
    return arn;
  }

  private static List<String> local(Tenant t) {
    return t.iam().listPolicies(in -> in.scope(PolicyScopeType.LOCAL)).policies().stream()
        .map(Policy::arn)
        .toList();
  }

  private static List<String> versions(Tenant t, String arn) {
    return t.iam().listPolicyVersions(in -> in.policyArn(arn)).versions().stream()
        .map(PolicyVersion::versionId)
        .toList();
  }

  @Override
  public List<Refusal> refusals() {
    return Stream.of(creating(), deleting(), unknown(), noArn()).flatMap(List::stream).toList();
  }

  private static List<Refusal> creating() {
    return List.of(
        Refusal.invalidInput(
            "CreatePolicy",
            t ->
                t.iam()
                    .createPolicy(in ->
                        in.policyName("Own")
                            .policyDocument(Given.DOCUMENT)
                            .tags(Given.SAME_TAG_TWICE))),
        Refusal.limitExceeded(
            "CreatePolicy",
            t -> {
              t.limit(Quota.POLICIES, 1);
              Given.policy(t, "Own");
              Given.policy(t, "Other");
            }),
        Refusal.alreadyExists(
            "CreatePolicy",
            t -> {
              Given.policy(t, "Own");
              Given.policy(t, "OWN");
            }),
        Refusal.malformedPolicy(
            "CreatePolicy",
            t -> t.iam().createPolicy(in -> in.policyName("Own").policyDocument("[]"))),
        Refusal.malformedPolicy(
            "CreatePolicyVersion",
            t -> {
              String arn = Given.policy(t, "Own");
              t.iam().createPolicyVersion(in -> in.policyArn(arn).policyDocument("[]"));
            }),
        Refusal.limitExceeded(
            "CreatePolicyVersion",
            t -> {
              String arn = Given.policy(t, "Own");
              for (int i = 0; i < 5; i++) {
                t.iam().createPolicyVersion(in -> in.policyArn(arn).policyDocument(Given.DOCUMENT));
              }
            }));
  }

  private static List<Refusal> deleting() {
    return List.of(
        Refusal.deleteConflict(
            "DeletePolicy",
            t -> {
              String arn = twice(t);
              t.iam().deletePolicy(in -> in.policyArn(arn));
            }),
        Refusal.deleteConflict(
            "DeletePolicyVersion",
            t -> {
              String arn = twice(t);
              t.iam().deletePolicyVersion(in -> in.policyArn(arn).versionId("v1"));
            }),
        Refusal.noSuchEntity(
            "DeletePolicyVersion",
            t -> {
              String arn = twice(t);
              t.iam().deletePolicyVersion(in -> in.policyArn(arn).versionId("v3"));
            }),
        Refusal.noSuchEntity(
            "SetDefaultPolicyVersion",
            t -> {
              String arn = twice(t);
              t.iam().setDefaultPolicyVersion(in -> in.policyArn(arn).versionId("v3"));
            }),
        Refusal.noSuchEntity(
            "GetPolicyVersion",
            t -> {
              String arn = twice(t);
              t.iam().getPolicyVersion(in -> in.policyArn(arn).versionId("v3"));
            }));
  }

  private static List<Refusal> unknown() {
    return List.of(
        Refusal.noSuchEntity(
            "GetPolicy", t -> t.iam().getPolicy(in -> in.policyArn(t.arn("policy/Own")))),
        Refusal.noSuchEntity(
            "DeletePolicy", t -> t.iam().deletePolicy(in -> in.policyArn(t.arn("policy/Own")))),
        Refusal.noSuchEntity(
            "CreatePolicyVersion",
            t ->
                t.iam()
                    .createPolicyVersion(
                        in -> in.policyArn(t.arn("policy/Own")).policyDocument(Given.DOCUMENT))),
        Refusal.noSuchEntity(
            "ListPolicyVersions",
            t -> t.iam().listPolicyVersions(in -> in.policyArn(t.arn("policy/Own")))),
        Refusal.noSuchEntity(
            "ListEntitiesForPolicy",
            t -> t.iam().listEntitiesForPolicy(in -> in.policyArn(t.arn("policy/Own")))));
  }

  /// The argument is an ARN, but no policy's.
  private static List<Refusal> noArn() {
    String arn = Given.NO_POLICY_ARN;
    return List.of(
        Refusal.invalidInput("GetPolicy", t -> t.iam().getPolicy(in -> in.policyArn(arn))),
        Refusal.invalidInput("DeletePolicy", t -> t.iam().deletePolicy(in -> in.policyArn(arn))),
        Refusal.invalidInput(
            "CreatePolicyVersion",
            t ->
                t.iam()
                    .createPolicyVersion(in -> in.policyArn(arn).policyDocument(Given.DOCUMENT))),
        Refusal.invalidInput(
            "GetPolicyVersion",
            t -> t.iam().getPolicyVersion(in -> in.policyArn(arn).versionId("v1"))),
        Refusal.invalidInput(
            "DeletePolicyVersion",
            t -> t.iam().deletePolicyVersion(in -> in.policyArn(arn).versionId("v1"))),
        Refusal.invalidInput(
            "SetDefaultPolicyVersion",
            t -> t.iam().setDefaultPolicyVersion(in -> in.policyArn(arn).versionId("v1"))),
        Refusal.invalidInput(
            "ListPolicyVersions", t -> t.iam().listPolicyVersions(in -> in.policyArn(arn))),
        Refusal.invalidInput(
            "ListEntitiesForPolicy", t -> t.iam().listEntitiesForPolicy(in -> in.policyArn(arn))));
  }
}

package io.claviger.server.permission;

import static io.claviger.server.permission.Given.OWN_POLICY;
import static io.claviger.server.permission.Given.PATH;
import static io.claviger.server.permission.Given.TAGS;

import java.util.List;

/// Managed policies and their versions.
final class ManagedPolicySamples {

  private ManagedPolicySamples() {}

  static List<Sample> policies() {
    return List.of(
        Sample.of(
            "CreatePolicy policy/Own",
            by -> by.iam().createPolicy(in -> in.policyName("Own").policyDocument(Given.DOCUMENT))),
        Sample.of(
                "CreatePolicy policy/team/Own",
                by ->
                    by.iam()
                        .createPolicy(in ->
                            in.policyName("Own")
                                .path(PATH)
                                .tags(TAGS)
                                .policyDocument(Given.DOCUMENT)))
            .and("TagPolicy policy/team/Own"),
        Sample.of("ListPolicies policy/", by -> by.iam().listPolicies()),
        Sample.of(
                "GetPolicy " + OWN_POLICY,
                by -> by.iam().getPolicy(in -> in.policyArn(by.arn(OWN_POLICY))))
            .given(Given::own),
        Sample.of(
                "DeletePolicy " + OWN_POLICY,
                by -> by.iam().deletePolicy(in -> in.policyArn(by.arn(OWN_POLICY))))
            .given(Given::own),
        Sample.of(
                "ListEntitiesForPolicy " + OWN_POLICY,
                by -> by.iam().listEntitiesForPolicy(in -> in.policyArn(by.arn(OWN_POLICY))))
            .given(Given::own));
  }

  static List<Sample> versions() {
    return List.of(
        Sample.of(
                "CreatePolicyVersion " + OWN_POLICY,
                by ->
                    by.iam()
                        .createPolicyVersion(
                            in -> in.policyArn(by.arn(OWN_POLICY)).policyDocument(Given.DOCUMENT)))
            .given(Given::own),
        Sample.of(
                "GetPolicyVersion " + OWN_POLICY,
                by ->
                    by.iam()
                        .getPolicyVersion(in -> in.policyArn(by.arn(OWN_POLICY)).versionId("v1")))
            .given(Given::own),
        Sample.of(
                "ListPolicyVersions " + OWN_POLICY,
                by -> by.iam().listPolicyVersions(in -> in.policyArn(by.arn(OWN_POLICY))))
            .given(Given::own),
        Sample.of(
                "SetDefaultPolicyVersion " + OWN_POLICY,
                by ->
                    by.iam()
                        .setDefaultPolicyVersion(
                            in -> in.policyArn(by.arn(OWN_POLICY)).versionId("v2")))
            .given(Given::ownTwice),
        Sample.of(
                "DeletePolicyVersion " + OWN_POLICY,
                by ->
                    by.iam()
                        .deletePolicyVersion(
                            in -> in.policyArn(by.arn(OWN_POLICY)).versionId("v2")))
            .given(Given::ownTwice));
  }
}

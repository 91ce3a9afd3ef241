package io.claviger.server.permission;

import java.util.List;

/// The policy simulator.
final class SimulationSamples {

  private static final String BOB = "user/team/bob";

  private SimulationSamples() {}

  static List<Sample> all() {
    return List.of(
        Sample.of(
            "SimulateCustomPolicy *",
            by ->
                by.iam()
                    .simulateCustomPolicy(
                        in -> in.policyInputList(Given.DOCUMENT).actionNames("s3:ListBucket"))),
        Sample.of(
                "SimulatePrincipalPolicy " + BOB,
                by ->
                    by.iam()
                        .simulatePrincipalPolicy(
                            in -> in.policySourceArn(by.arn(BOB)).actionNames("s3:ListBucket")))
            .given(Given::bob),
        Sample.of(
            "GetContextKeysForCustomPolicy *",
            by -> by.iam().getContextKeysForCustomPolicy(in -> in.policyInputList(Given.DOCUMENT))),
        Sample.of(
                "GetContextKeysForPrincipalPolicy " + BOB,
                by ->
                    by.iam()
                        .getContextKeysForPrincipalPolicy(in -> in.policySourceArn(by.arn(BOB))))
            .given(Given::bob));
  }
}

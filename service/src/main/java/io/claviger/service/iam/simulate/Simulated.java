package io.claviger.service.iam.simulate;

import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.MatchedStatement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/// What one action on one resource came to.
///
/// @param deciding the statements that decided
/// @param allowedByBoundary what the permissions boundary says; empty where there is none
/// @param sides in a simulation across accounts what each type of policy says, by its name; empty
///   within an account
/// @param missingKeys condition keys that the statements about the action look at and that have no
///   value
record Simulated(
    String action,
    String resource,
    Decision decision,
    List<MatchedStatement> deciding,
    Optional<Boolean> allowedByBoundary,
    Map<String, PolicyEvaluationDecisionType> sides,
    List<String> missingKeys) {}

package io.claviger.service.iam.simulate;

import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.MatchedStatement;
import io.claviger.policy.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PermissionsBoundaryDecisionDetail;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.Position;
import software.amazon.awssdk.services.iam.model.ResourceSpecificResult;
import software.amazon.awssdk.services.iam.model.Statement;

/// Simulated decisions as answers have them.
///
/// AWS rule: IAM API Reference, "EvaluationResult" and "ResourceSpecificResult".
final class ShownResults {

  private static final String ALL = "*";

  private ShownResults() {}

  /// One action on one resource. On an ARN the result is given for that resource specifically too,
  /// and there alone the keys that are missing.
  static EvaluationResult one(Simulated simulated) {
    EvaluationResult.Builder result =
        EvaluationResult.builder()
            .evalActionName(simulated.action())
            .evalResourceName(simulated.resource())
            .evalDecision(decision(simulated.decision()))
            .matchedStatements(statements(simulated.deciding()))
            .permissionsBoundaryDecisionDetail(boundary(simulated));
    if (simulated.resource().equals(ALL)) {
      return result.missingContextValues(simulated.missingKeys()).build();
    }
    return result
        .missingContextValues(List.of())
        .evalDecisionDetails(simulated.sides())
        .resourceSpecificResults(specific(simulated))
        .build();
  }

  /// One action on several resources that it takes all at once: allowed if it is on all of them,
  /// and else as the first that is not.
  static EvaluationResult together(List<Simulated> resources) {
    Simulated deciding =
        resources.stream()
            .filter(simulated -> !simulated.decision().isAllowed())
            .findFirst()
            .orElse(resources.getFirst());
    return EvaluationResult.builder()
        .evalActionName(deciding.action())
        .evalResourceName(ALL)
        .evalDecision(decision(deciding.decision()))
        .matchedStatements(statements(deciding.deciding()))
        .missingContextValues(List.of())
        .permissionsBoundaryDecisionDetail(boundary(deciding))
        .evalDecisionDetails(deciding.sides())
        .resourceSpecificResults(resources.stream().map(ShownResults::specific).toList())
        .build();
  }

  private static ResourceSpecificResult specific(Simulated simulated) {
    return ResourceSpecificResult.builder()
        .evalResourceName(simulated.resource())
        .evalResourceDecision(decision(simulated.decision()))
        .matchedStatements(statements(simulated.deciding()))
        .missingContextValues(simulated.missingKeys())
        .evalDecisionDetails(simulated.sides())
        .permissionsBoundaryDecisionDetail(boundary(simulated))
        .build();
  }

  private static PolicyEvaluationDecisionType decision(Decision decision) {
    return switch (decision) {
      case Decision.Allowed _ -> PolicyEvaluationDecisionType.ALLOWED;
      case Decision.ExplicitlyDenied _ -> PolicyEvaluationDecisionType.EXPLICIT_DENY;
      case Decision.ImplicitlyDenied _ -> PolicyEvaluationDecisionType.IMPLICIT_DENY;
    };
  }

  private static @Nullable PermissionsBoundaryDecisionDetail boundary(Simulated simulated) {
    return simulated
        .allowedByBoundary()
        .map(isAllowed ->
            PermissionsBoundaryDecisionDetail.builder()
                .allowedByPermissionsBoundary(isAllowed)
                .build())
        .orElse(null);
  }

  private static List<Statement> statements(List<MatchedStatement> deciding) {
    return deciding.stream().map(ShownResults::statement).toList();
  }

  private static Statement statement(MatchedStatement matched) {
    Span span = matched.statement().span();
    return Statement.builder()
        .sourcePolicyId(matched.source().name())
        .sourcePolicyType(SourceTypes.of(matched.layer()))
        .startPosition(position(span.startLine(), span.startColumn()))
        .endPosition(position(span.endLine(), span.endColumn()))
        .build();
  }

  private static Position position(int line, int column) {
    return Position.builder().line(line).column(column).build();
  }
}

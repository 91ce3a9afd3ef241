package io.claviger.service.iam.delegation;

import io.claviger.account.DelegationRequest.Parameter;
import io.claviger.policy.document.ParsedPolicy;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.policy.document.PolicyPrinter;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Condition;
import io.claviger.policy.document.Statement.ResourceElement;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A policy with places in it, `@{bucketName}`, for what only the single request knows.
///
/// Places stand in resources and in the values of conditions. The policy is put together from its
/// parts and not from text, so that no value can add anything to it.
///
/// AWS rule: IAM User Guide, "Policy templates" of IAM temporary delegation.
public final class PolicyTemplate {

  /// The most characters of a policy that comes of a template.
  ///
  /// AWS rule: IAM User Guide, "Policy templates": "The final rendered policy has a maximum size
  /// limit of 2048 characters."
  private static final int MOST_CHARACTERS = 2048;

  private final PolicyDocument document;

  private PolicyTemplate(PolicyDocument document) {
    this.document = document;
  }

  /// Reads a template.
  ///
  /// @throws IllegalArgumentException when it is no policy, has a place where none can be, or one
  ///   that no request could fill in
  public static PolicyTemplate parse(String text) {
    ParsedPolicy parsed = PolicyParser.parse(text, PolicyKind.IDENTITY);
    PolicyDocument document =
        parsed
            .document()
            .orElseThrow(() -> new IllegalArgumentException(parsed.refusal().orElse("No policy")));
    document.statements().forEach(PolicyTemplate::requireUsablePlaces);
    return new PolicyTemplate(document);
  }

  private static void requireUsablePlaces(Statement statement) {
    boolean isElsewhere =
        statement.action().patterns().stream().anyMatch(Places::isIn)
            || statement.sid().filter(Places::isIn).isPresent()
            || statement.conditions().stream()
                .anyMatch(each -> Places.isIn(each.key()) || Places.isIn(each.operator()));
    if (isElsewhere) {
      throw new IllegalArgumentException(
          "A place @{…} stands in resources and in the values of conditions only");
    }
    statement.resource().ifPresent(each -> each.patterns().forEach(Places::requireFillable));
    statement.conditions().forEach(each -> each.values().forEach(Places::requireFillable));
  }

  /// The policy with these parameters in their places, in canonical form.
  ///
  /// @throws io.claviger.wire.ServiceError when they are not those of the template, or what comes
  ///   of it is no policy or too long
  String render(List<Parameter> parameters) {
    Places places = new Places(parameters);
    PolicyDocument filled =
        new PolicyDocument(
            document.version(),
            document.id(),
            document.statements().stream().map(each -> filled(each, places)).toList());
    places.requireAllUsed();
    String policy = PolicyPrinter.print(filled);
    if (policy.length() > MOST_CHARACTERS) {
      throw DelegationErrors.policyTooLong(MOST_CHARACTERS);
    }
    PolicyParser.parse(policy, PolicyKind.IDENTITY)
        .refusal()
        .ifPresent(message -> {
          throw DelegationErrors.notAPolicy(message);
        });
    return policy;
  }

  private static Statement filled(Statement statement, Places places) {
    UnaryOperator<List<String>> fill = places::fill;
    Optional<ResourceElement> resource =
        statement
            .resource()
            .map(each -> new ResourceElement(each.isNegated(), fill.apply(each.patterns())));
    List<Condition> conditions =
        statement.conditions().stream()
            .map(each -> new Condition(each.operator(), each.key(), fill.apply(each.values())))
            .toList();
    return new Statement(
        statement.sid(),
        statement.effect(),
        statement.principal(),
        statement.action(),
        resource,
        conditions,
        statement.span());
  }
}

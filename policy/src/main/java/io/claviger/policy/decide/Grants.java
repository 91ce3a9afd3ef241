package io.claviger.policy.decide;

import io.claviger.base.Arn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether what the layers allow adds up, when nothing denies.
///
/// AWS rule: IAM User Guide, "Policy evaluation for requests within a single account",
/// "Cross-account policy evaluation logic", "Permissions boundaries for IAM entities"; KMS
/// Developer Guide, "Key policies".
final class Grants {

  private Grants() {}

  private static final Layer[] FILTERS = {
    Layer.RESOURCE_CONTROL, Layer.SERVICE_CONTROL, Layer.VPC_ENDPOINT
  };

  /// The first layer, in the order of [Layer], whose allow is missing; null if none is.
  static @Nullable Layer missing(AppliedPolicies policies, Question question, Fold fold) {
    long open = fold.open(policies.limits());
    for (Layer filter : FILTERS) {
      if ((open & Slots.of(filter)) != 0) {
        return filter;
      }
    }
    return switch (question.requester()) {
      case Requester.Service _,
          Requester.Federated _,
          Requester.CanonicalUser _,
          Requester.Anonymous _ ->
          fold.resourceGrip() == Grip.NONE ? Layer.RESOURCE : null;
      case Requester.Root _ -> needsResourcePolicy(question, fold) ? Layer.RESOURCE : null;
      case Requester.IamUser _, Requester.RoleSession _, Requester.FederatedUser _ ->
          needsResourcePolicy(question, fold)
              ? Layer.RESOURCE
              : missingOfPrincipal(question, fold, open);
    };
  }

  /// Another account's resource needs its owner's consent, and so do roles and KMS keys anywhere.
  private static boolean needsResourcePolicy(Question question, Fold fold) {
    return fold.resourceGrip() == Grip.NONE
        && (!question.isSameAccount() || question.isForRole() || question.isForKey());
  }

  private static @Nullable Layer missingOfPrincipal(Question question, Fold fold, long open) {
    // Across accounts, naming the principal is worth no more than naming the account.
    Grip grip = fold.resourceGrip();
    Grip worth = grip == Grip.NONE || question.isSameAccount() ? grip : Grip.ACCOUNT;
    return switch (worth) {
      // A user who is named in a trust policy still needs the boundary's consent:
      // IAM User Guide, "Update a role trust policy".
      case DIRECT -> question.isForRole() ? boundary(open) : null;
      case BEHIND_SESSION -> boundaryOrSession(open);
      case ACCOUNT, NONE ->
          isIdentityAllowing(question, fold) ? boundaryOrSession(open) : Layer.IDENTITY;
    };
  }

  /// Root's credentials, which may have asked for a federation token, need no policy.
  private static boolean isIdentityAllowing(Question question, Fold fold) {
    return fold.open(Slots.IDENTITY) == 0
        || (question.requester() instanceof Requester.FederatedUser user && isRoot(user.userArn()));
  }

  private static boolean isRoot(Optional<Arn> arn) {
    return arn.isPresent()
        && arn.get().service().equals("iam")
        && arn.get().resource().equals("root");
  }

  private static @Nullable Layer boundary(long open) {
    return (open & Slots.PERMISSIONS_BOUNDARY) == 0 ? null : Layer.PERMISSIONS_BOUNDARY;
  }

  private static @Nullable Layer boundaryOrSession(long open) {
    Layer boundary = boundary(open);
    return boundary == null && (open & Slots.SESSION) != 0 ? Layer.SESSION : boundary;
  }
}

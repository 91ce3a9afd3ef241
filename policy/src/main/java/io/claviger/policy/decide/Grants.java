package io.claviger.policy.decide;

import io.claviger.base.Arn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether what the layers allow adds up, when nothing denies.
///
/// AWS rule: IAM User Guide, "Policy evaluation for requests within a single account",
/// "Cross-account policy evaluation logic", "Permissions boundaries for IAM entities"; KMS
/// Developer Guide, "Key policies".
record Grants(Question question, LayerFolds folds) {

  /// The first layer, in the order of [Layer], whose allow is missing; null if none is.
  @Nullable Layer missing() {
    Layer closed =
        firstClosed(folds.resourceControl(), folds.serviceControl(), folds.vpcEndpoint());
    if (closed != null) {
      return closed;
    }
    return switch (question.requester()) {
      case Requester.Service _,
          Requester.Federated _,
          Requester.CanonicalUser _,
          Requester.Anonymous _ ->
          grip() == Grip.NONE ? Layer.RESOURCE : null;
      case Requester.Root _ -> needsResourcePolicy() ? Layer.RESOURCE : null;
      case Requester.IamUser _, Requester.RoleSession _, Requester.FederatedUser _ ->
          needsResourcePolicy() ? Layer.RESOURCE : missingOfIdentity();
    };
  }

  /// Another account's resource needs its owner's consent, and so do roles and KMS keys anywhere.
  private boolean needsResourcePolicy() {
    boolean insists = !isSameAccount() || question.isForRole() || question.isForKey();
    return insists && grip() == Grip.NONE;
  }

  private @Nullable Layer missingOfIdentity() {
    // Across accounts, naming the principal is worth no more than naming the account.
    Grip worth = isSameAccount() ? grip() : Grip.ACCOUNT;
    return switch (worth) {
      // A user who is named in a trust policy still needs the boundary's consent:
      // IAM User Guide, "Update a role trust policy".
      case DIRECT -> question.isForRole() ? firstClosed(folds.boundary()) : null;
      case BEHIND_SESSION -> firstClosed(folds.boundary(), folds.session());
      case ACCOUNT, NONE ->
          isIdentityAllowing() ? firstClosed(folds.boundary(), folds.session()) : Layer.IDENTITY;
    };
  }

  /// Root's credentials, which may have asked for a federation token, need no policy.
  private boolean isIdentityAllowing() {
    return folds.identity().isAllowing()
        || (question.requester() instanceof Requester.FederatedUser user && isRoot(user.userArn()));
  }

  private static boolean isRoot(Optional<Arn> arn) {
    return arn.isPresent()
        && arn.get().service().equals("iam")
        && arn.get().resource().equals("root");
  }

  private boolean isSameAccount() {
    return question
        .requester()
        .accountId()
        .filter(question.request().resourceAccount()::equals)
        .isPresent();
  }

  private Grip grip() {
    return folds.resource().best();
  }

  private static @Nullable Layer firstClosed(LayerFold... inOrder) {
    for (LayerFold fold : inOrder) {
      if (!fold.isAllowing()) {
        return fold.layer();
      }
    }
    return null;
  }
}

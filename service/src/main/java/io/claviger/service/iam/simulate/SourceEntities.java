package io.claviger.service.iam.simulate;

import io.claviger.account.Account;
import io.claviger.account.PolicyHolder;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.Optional;

/// The user, group or role that a `PolicySourceArn` names.
final class SourceEntities {

  private SourceEntities() {}

  /// The action on the entity, by the ARN as given.
  static AccessRequest access(Account home, String action, String arn) {
    return find(home, arn)
        .map(entity -> IamResources.entity(home, action, entity))
        .orElseGet(() -> IamResources.on(home, action, arn));
  }

  /// @throws io.claviger.wire.ServiceError when the ARN is of something else, or of nothing
  static PolicyHolder require(Account home, String arn) {
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    return find(home, arn)
        .orElseThrow(() ->
            switch (type(arn)) {
              case "user" -> IamErrors.noSuchUser(name);
              case "group" -> IamErrors.noSuchGroup(name);
              case "role" -> IamErrors.noSuchRole(name);
              default -> SimulationErrors.notAnEntity(arn);
            });
  }

  /// The entity with exactly this ARN, its path included.
  private static Optional<PolicyHolder> find(Account home, String arn) {
    Optional<? extends PolicyHolder> found =
        switch (type(arn)) {
          case "user" -> home.users().withArn(arn);
          case "group" -> home.groups().withArn(arn);
          case "role" -> home.roles().withArn(arn);
          default -> Optional.empty();
        };
    return found.map(PolicyHolder.class::cast);
  }

  /// The word before the path; empty for what is no ARN of IAM.
  private static String type(String text) {
    return Arn.find(text)
        .filter(arn -> arn.service().equals("iam") && arn.resource().indexOf('/') > 0)
        .map(arn -> arn.resource().substring(0, arn.resource().indexOf('/')))
        .orElse("");
  }
}

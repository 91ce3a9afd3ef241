package io.claviger.service.iam.lastaccess;

import io.claviger.account.Account;
import io.claviger.account.Bounded;
import io.claviger.account.Group;
import io.claviger.account.PolicyHolder;
import io.claviger.account.Role;
import io.claviger.account.User;
import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.service.Call;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.AttachablePolicy;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What a report is about: the policies that say which services may be reached, and the users and
/// roles who may reach them by these.
///
/// @param entities users first, each kind by ARN
record AccessSubject(List<PolicyDocument> policies, List<Bounded> entities) {

  /// The subject of a user's, group's, role's or managed policy's ARN.
  ///
  /// @throws io.claviger.wire.ServiceError when there is none
  static AccessSubject of(EntityArn given, Call call, Account home, AttachablePolicies policies) {
    Arn arn = given.requireOfIam(call, home);
    if (EntityArn.type(arn).equals("policy")) {
      AttachablePolicy policy =
          policies
              .find(given.text(), home)
              .orElseThrow(() -> LastAccessErrors.noSuchArn(given.text()));
      return new AccessSubject(
          SourcePolicy.of(policy).map(SourcePolicy::document).stream().toList(),
          sorted(home.attachedTo(policy.arn()).flatMap(holder -> behind(holder, home)), home));
    }
    if (!EntityArn.isOfHolder(arn)) {
      throw LastAccessErrors.unsupportedEntity(given.text());
    }
    PolicyHolder holder =
        given.holder(home).orElseThrow(() -> LastAccessErrors.noSuchArn(given.text()));
    return new AccessSubject(
        SourcePolicy.of(holder, home, policies).stream().map(SourcePolicy::document).toList(),
        sorted(behind(holder, home), home));
  }

  private static Stream<Bounded> behind(PolicyHolder holder, Account home) {
    return switch (holder) {
      case User user -> Stream.of(user);
      case Role role -> Stream.of(role);
      case Group group -> home.members(group.id()).map(Bounded.class::cast);
    };
  }

  private static List<Bounded> sorted(Stream<Bounded> entities, Account home) {
    SortedMap<String, Bounded> sorted = new TreeMap<>();
    entities.forEach(entity -> {
      String arn = entity.arn(home.id()).toString();
      sorted.put((entity instanceof Role ? "2" : "1") + arn, entity);
    });
    return List.copyOf(sorted.values());
  }
}

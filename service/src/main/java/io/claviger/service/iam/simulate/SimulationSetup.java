package io.claviger.service.iam.simulate;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a simulation of what a request gives, checked.
///
/// @param home the account of whoever simulates
/// @param source whose policies are simulated
record SimulationSetup(SimulationInput input, AccountId home, SimulationSource source) {

  private static final String USER_PREFIX = "user/";

  /// @throws io.claviger.wire.ServiceError for input that cannot be simulated
  Simulation simulation() {
    input.actions().forEach(SimulationSetup::checkAction);
    input.resources().forEach(SimulationSetup::checkResource);
    if (input.resourceHandling() != null) {
      ResourceHandling.of(input.resourceHandling()).requireAll(input.resources());
    }
    Requester requester = requester();
    AccountId account = requester.accountId().orElse(home);
    AppliedPolicies identity = AppliedPolicies.of(requester).withIdentity(identity());
    AppliedPolicies bounded =
        boundary().map(policy -> identity.withBoundary(List.of(policy))).orElse(identity);
    RequestContext context = SimulationContext.of(input.context());
    return new Simulation(bounded, resourcePolicy(), account, owners(account), context);
  }

  private List<AppliedPolicy> identity() {
    List<AppliedPolicy> all = new ArrayList<>(source.identity());
    all.addAll(PolicyInputs.identity("PolicyInputList", input.policies()));
    return all;
  }

  /// The boundary given goes before the one that is set.
  private Optional<AppliedPolicy> boundary() {
    List<AppliedPolicy> given =
        PolicyInputs.identity("PermissionsBoundaryPolicyInputList", input.boundaries());
    if (given.size() > 1) {
      throw SimulationErrors.severalBoundaries();
    }
    return given.isEmpty() ? source.boundary() : Optional.of(given.getFirst());
  }

  /// Who calls: the caller given, or else whose policies they are. A resource policy must have a
  /// user to name.
  private Requester requester() {
    String caller = input.callerArn();
    Requester requester = caller == null ? source.requester() : user(caller);
    boolean isNamed = caller != null || source.isUser();
    if (input.resourcePolicy() != null && !isNamed) {
      throw SimulationErrors.callerIsNoUser();
    }
    return requester;
  }

  private static Requester user(String text) {
    Arn arn =
        Arn.find(text)
            .filter(found -> found.service().equals("iam") && found.accountId().isPresent())
            .filter(found -> found.resource().startsWith(USER_PREFIX))
            .orElseThrow(SimulationErrors::callerIsNoUser);
    return new Requester.IamUser(arn.accountId().orElseThrow(), arn, "");
  }

  private Optional<AppliedPolicy> resourcePolicy() {
    return Optional.ofNullable(input.resourcePolicy()).map(PolicyInputs::resource);
  }

  private Simulation.Owners owners(AccountId account) {
    String owner = input.resourceOwner();
    return new Simulation.Owners(
        owner != null || input.resourcePolicy() != null, owner == null ? account : account(owner));
  }

  private static AccountId account(String owner) {
    return Arn.find(owner)
        .filter(arn -> arn.service().equals("iam") && arn.resource().equals("root"))
        .flatMap(Arn::accountId)
        .or(() -> AccountId.find(owner))
        .orElseThrow(() -> SimulationErrors.notAnOwner(owner));
  }

  /// AWS rule: IAM API Reference, "SimulateCustomPolicy", `ActionNames`: "This operation does not
  /// support using wildcards (*) in an action name".
  private static void checkAction(String action) {
    int colon = action.indexOf(':');
    boolean isAction = colon > 0 && colon < action.length() - 1 && action.indexOf('*') < 0;
    if (!isAction) {
      throw SimulationErrors.notAnAction(action);
    }
  }

  private static void checkResource(String resource) {
    if (!resource.equals("*") && Arn.find(resource).isEmpty()) {
      throw SimulationErrors.notAResource(resource);
    }
  }
}

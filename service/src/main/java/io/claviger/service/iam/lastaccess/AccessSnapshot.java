package io.claviger.service.iam.lastaccess;

import io.claviger.account.Account;
import io.claviger.account.Activity;
import io.claviger.account.Bounded;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Call;
import io.claviger.wire.query.ApiModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Puts together what a report holds: which services the subject may reach, and which of the calls
/// that this server has seen, denied ones too, were to them.
///
/// Actions are tracked of the services that this server serves, and only those that are operations
/// of their own: `iam:PassRole`, say, is none.
///
/// AWS rule: IAM User Guide, "Refine permissions in AWS using last accessed information", "IAM
/// action last accessed information services and actions".
record AccessSnapshot(Account home, Call call, ServiceReference reference) {

  private static final List<ApiModel> SERVED = List.of(ApiModel.iam(), ApiModel.sts());

  FrozenAccess of(AccessSubject subject, boolean ofActions) {
    PotentialAccess potential = new PotentialAccess(subject.policies(), reference);
    Map<String, Uses> seen = seen(subject.entities());
    List<FrozenAccess.ServiceAccess> services = new ArrayList<>();
    for (String namespace : potential.services()) {
      Uses uses = seen.getOrDefault(namespace, new Uses());
      List<String> actions = ofActions ? tracked(namespace, potential) : List.of();
      SortedMap<String, FrozenAccess.Use> lastOf = new TreeMap<>(uses.lastOf);
      lastOf.keySet().retainAll(actions);
      services.add(
          new FrozenAccess.ServiceAccess(
              namespace, List.copyOf(uses.byEntity.values()), actions, lastOf));
    }
    return new FrozenAccess(subject.entities().stream().map(this::entity).toList(), services);
  }

  private FrozenAccess.Entity entity(Bounded entity) {
    return new FrozenAccess.Entity(entity.id(), entity.arn(home.id()).toString());
  }

  /// The last uses of one service.
  private static final class Uses {
    private final SortedMap<Integer, FrozenAccess.Use> byEntity = new TreeMap<>();
    private final Map<String, FrozenAccess.Use> lastOf = new HashMap<>();

    void add(String action, FrozenAccess.Use use) {
      byEntity.merge(use.entity(), use, Uses::later);
      lastOf.merge(action, use, Uses::later);
    }

    private static FrozenAccess.Use later(FrozenAccess.Use a, FrozenAccess.Use b) {
      return b.at().isAfter(a.at()) ? b : a;
    }
  }

  /// By namespace.
  private Map<String, Uses> seen(List<Bounded> entities) {
    Instant from = call.now().minus(Activity.TRACKED);
    Map<String, Uses> seen = new HashMap<>();
    for (int i = 0; i < entities.size(); i++) {
      int place = i;
      call.activity()
          .actionsOf(home.id(), entities.get(i).id())
          .forEach((action, use) -> {
            if (use.at().isAfter(from)) {
              seen.computeIfAbsent(use.service(), _ -> new Uses())
                  .add(action.substring(action.indexOf(':') + 1), shown(place, use));
            }
          });
    }
    return seen;
  }

  private static FrozenAccess.Use shown(int place, Activity.Use use) {
    return new FrozenAccess.Use(place, use.at(), use.region());
  }

  /// The names of the actions of a service that are tracked and may be allowed, in order.
  private List<String> tracked(String namespace, PotentialAccess potential) {
    Optional<ApiModel> api =
        SERVED.stream().filter(model -> model.service().equals(namespace)).findFirst();
    return api.isEmpty()
        ? List.of()
        : reference.service(namespace).stream()
            .flatMap(service ->
                service.actions().stream()
                    .filter(action -> api.get().operation(action.name()).isPresent())
                    .filter(action -> potential.allows(service, action)))
            .map(action -> action.name())
            .toList();
  }
}

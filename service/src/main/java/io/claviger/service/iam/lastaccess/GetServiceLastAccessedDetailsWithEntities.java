package io.claviger.service.iam.lastaccess;

import io.claviger.account.AccessReport;
import io.claviger.account.Account;
import io.claviger.account.Bounded;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EntityDetails;
import software.amazon.awssdk.services.iam.model.EntityInfo;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsWithEntitiesRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsWithEntitiesResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.PolicyOwnerEntityType;

/// Shows the users and roles of a report who may reach one service, the last to use it first. They
/// are shown as they are now; those who are gone are left out.
///
/// Permissions: `iam:GetServiceLastAccessedDetailsWithEntities`, which has no resource type.
///
/// AWS rule: IAM API Reference, "GetServiceLastAccessedDetailsWithEntities".
record GetServiceLastAccessedDetailsWithEntities(ServiceReference reference)
    implements ReadOperation<
        GetServiceLastAccessedDetailsWithEntitiesRequest,
        GetServiceLastAccessedDetailsWithEntitiesResponse> {

  private static final int DEFAULT_ITEMS = 100;

  @Override
  public Class<GetServiceLastAccessedDetailsWithEntitiesRequest> input() {
    return GetServiceLastAccessedDetailsWithEntitiesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GetServiceLastAccessedDetailsWithEntitiesRequest input, Call call, View view) {
    return List.of(
        IamResources.anything(view.home(), "iam:GetServiceLastAccessedDetailsWithEntities"));
  }

  @Override
  public GetServiceLastAccessedDetailsWithEntitiesResponse run(
      GetServiceLastAccessedDetailsWithEntitiesRequest input, Call call, View view) {
    Account home = view.home();
    AccessReport report = AccessReports.require(input.jobId(), call, home);
    String namespace = input.serviceNamespace();
    if (reference.service(namespace).filter(s -> s.prefix().equals(namespace)).isEmpty()) {
      throw LastAccessErrors.unsupportedNamespace(namespace);
    }
    FrozenAccess access = FrozenAccess.parse(report.content().text());
    Page<EntityDetails> page =
        new Listed<>(report.id(), "E", entities(access, namespace, home))
            .page(input.maxItems(), input.marker(), DEFAULT_ITEMS);
    return GetServiceLastAccessedDetailsWithEntitiesResponse.builder()
        .jobStatus(JobStatusType.COMPLETED)
        .jobCreationDate(report.created())
        .jobCompletionDate(report.created())
        .entityDetailsList(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static List<EntityDetails> entities(FrozenAccess access, String namespace, Account home) {
    Optional<FrozenAccess.ServiceAccess> service =
        access.services().stream().filter(each -> each.namespace().equals(namespace)).findFirst();
    if (service.isEmpty()) {
      return List.of();
    }
    Map<Integer, Instant> last = new HashMap<>();
    service.get().uses().forEach(use -> last.put(use.entity(), use.at()));
    return IntStream.range(0, access.entities().size())
        .boxed()
        .sorted(
            Comparator.comparing(
                last::get, Comparator.nullsLast(Comparator.<Instant>reverseOrder())))
        .flatMap(place ->
            entity(access.entities().get(place).id(), home).stream()
                .map(entity -> shown(entity, last.get(place), home)))
        .toList();
  }

  private static Optional<Bounded> entity(String id, Account home) {
    return home.users().byId(id).<Bounded>map(user -> user).or(() -> home.roles().byId(id));
  }

  private static EntityDetails shown(Bounded entity, @Nullable Instant last, Account home) {
    return EntityDetails.builder()
        .entityInfo(
            EntityInfo.builder()
                .arn(entity.arn(home.id()).toString())
                .name(entity.name())
                .type(
                    entity instanceof User
                        ? PolicyOwnerEntityType.USER
                        : PolicyOwnerEntityType.ROLE)
                .id(entity.id())
                .path(entity.path())
                .build())
        .lastAuthenticated(last)
        .build();
  }
}

package io.claviger.service.iam.lastaccess;

import io.claviger.account.AccessReport;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AccessAdvisorUsageGranularityType;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;
import software.amazon.awssdk.services.iam.model.TrackedActionLastAccessed;

/// Shows the services of a report, by namespace, each with its last use.
///
/// Permissions: `iam:GetServiceLastAccessedDetails`, which has no resource type.
///
/// AWS rule: IAM API Reference, "GetServiceLastAccessedDetails".
record GetServiceLastAccessedDetails(ServiceReference reference)
    implements ReadOperation<
        GetServiceLastAccessedDetailsRequest, GetServiceLastAccessedDetailsResponse> {

  /// IAM is seen to give so many, whatever its reference says.
  private static final int DEFAULT_ITEMS = 200;

  @Override
  public Class<GetServiceLastAccessedDetailsRequest> input() {
    return GetServiceLastAccessedDetailsRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GetServiceLastAccessedDetailsRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:GetServiceLastAccessedDetails"));
  }

  @Override
  public GetServiceLastAccessedDetailsResponse run(
      GetServiceLastAccessedDetailsRequest input, Call call, View view) {
    AccessReport report = AccessReports.require(input.jobId(), call, view.home());
    FrozenAccess access = FrozenAccess.parse(report.content().text());
    Page<FrozenAccess.ServiceAccess> page =
        new Listed<>(report.id(), "S", access.services())
            .page(input.maxItems(), input.marker(), DEFAULT_ITEMS);
    return GetServiceLastAccessedDetailsResponse.builder()
        .jobStatus(JobStatusType.COMPLETED)
        .jobType(
            report.ofActions()
                ? AccessAdvisorUsageGranularityType.ACTION_LEVEL
                : AccessAdvisorUsageGranularityType.SERVICE_LEVEL)
        .jobCreationDate(report.created())
        .jobCompletionDate(report.created())
        .servicesLastAccessed(page.map(service -> shown(service, access)).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private ServiceLastAccessed shown(FrozenAccess.ServiceAccess service, FrozenAccess access) {
    var shown =
        ServiceLastAccessed.builder()
            .serviceName(ServiceNames.of(service.namespace(), reference))
            .serviceNamespace(service.namespace())
            .totalAuthenticatedEntities(service.uses().size())
            .trackedActionsLastAccessed(actions(service, access));
    Optional<FrozenAccess.Use> last =
        service.uses().stream().max(Comparator.comparing(FrozenAccess.Use::at));
    last.ifPresent(use ->
        shown
            .lastAuthenticated(use.at())
            .lastAuthenticatedEntity(access.entities().get(use.entity()).arn())
            .lastAuthenticatedRegion(use.region()));
    return shown.build();
  }

  private static @Nullable List<TrackedActionLastAccessed> actions(
      FrozenAccess.ServiceAccess service, FrozenAccess access) {
    return service.actions().isEmpty()
        ? null
        : service.actions().stream()
            .map(action -> action(action, service.lastOf().get(action), access))
            .toList();
  }

  private static TrackedActionLastAccessed action(
      String name, FrozenAccess.@Nullable Use last, FrozenAccess access) {
    var shown = TrackedActionLastAccessed.builder().actionName(name);
    if (last != null) {
      shown
          .lastAccessedTime(last.at())
          .lastAccessedEntity(access.entities().get(last.entity()).arn())
          .lastAccessedRegion(last.region());
    }
    return shown.build();
  }
}

package io.claviger.service.iam.lastaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.GenerateOrganizationsAccessReportRequest;
import software.amazon.awssdk.services.iam.model.GetOrganizationsAccessReportRequest;

class OrganizationsAccessReportTest {

  private static final GenerateOrganizationsAccessReportRequest GENERATE =
      GenerateOrganizationsAccessReportRequest.builder()
          .entityPath("o-a1b2c3d4e5/r-f6g7")
          .organizationsPolicyId("p-examplepolicy")
          .build();

  private final InMemoryIam iam = new InMemoryIam();

  @Test
  void everyOrganizationIsClosedToAnAccountThatIsInNone() {
    ServiceError error = iam.error(GENERATE);
    assertEquals("AccessDenied", error.code());
    assertEquals(403, error.status());
  }

  @Test
  void permissionIsForThePathAndNamesThePolicy() {
    AccessRequest request = iam.requires(GENERATE).getFirst();
    assertEquals("arn:aws:iam::111122223333:access-report/o-a1b2c3d4e5/r-f6g7", request.resource());
    assertEquals(
        new RequestContext.Value.Single("p-examplepolicy"),
        request.context().all().get("iam:organizationspolicyid"));
  }

  @Test
  void thereIsNoJob() {
    assertEquals(
        "NoSuchEntity",
        iam.error(
                GetOrganizationsAccessReportRequest.builder()
                    .jobId("00000000-0000-0000-0000-000000000000")
                    .build())
            .code());
  }
}

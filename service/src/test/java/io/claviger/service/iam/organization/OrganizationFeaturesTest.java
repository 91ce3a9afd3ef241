package io.claviger.service.iam.organization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.service.InMemoryIam;
import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.DisableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootCredentialsManagementRequest;
import software.amazon.awssdk.services.iam.model.EnableOrganizationsRootSessionsRequest;
import software.amazon.awssdk.services.iam.model.IamRequest;
import software.amazon.awssdk.services.iam.model.ListOrganizationsFeaturesRequest;

class OrganizationFeaturesTest {

  private final InMemoryIam iam = new InMemoryIam();

  static Stream<IamRequest> requests() {
    return Stream.of(
        ListOrganizationsFeaturesRequest.builder().build(),
        EnableOrganizationsRootCredentialsManagementRequest.builder().build(),
        DisableOrganizationsRootCredentialsManagementRequest.builder().build(),
        EnableOrganizationsRootSessionsRequest.builder().build(),
        DisableOrganizationsRootSessionsRequest.builder().build());
  }

  @ParameterizedTest
  @MethodSource("requests")
  void accountWithoutAnOrganizationIsToldSo(IamRequest request) {
    assertEquals("OrganizationNotFoundException", iam.error(request).code());
    assertEquals(
        "iam:" + request.getClass().getSimpleName().replace("Request", ""),
        iam.requires(request).getFirst().action());
  }

  @Test
  void errorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ServiceError::line,
        OrganizationErrors.class,
        "organization-errors.golden",
        List.of(OrganizationErrors.noOrganization()));
  }
}

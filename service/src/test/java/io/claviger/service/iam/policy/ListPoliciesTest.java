package io.claviger.service.iam.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesResponse;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyScopeType;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.Tag;

class ListPoliciesTest {

  private static final String OWN = "arn:aws:iam::111122223333:policy";
  private static final String OF_AWS = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";

  private final InMemoryIam iam = new InMemoryIam();

  /// `b` is attached, `C` is a boundary, one of AWS's is both, `a` is not used.
  @BeforeEach
  void threePoliciesOfTheAccount() {
    create("C", "/");
    create("a", "/x/");
    create("b", "/x/y/");
    iam.call(CreateUserRequest.builder().userName("u").permissionsBoundary(OWN + "/C").build());
    iam.call(CreateUserRequest.builder().userName("v").permissionsBoundary(OF_AWS).build());
    attach("u", OWN + "/x/y/b");
    attach("u", OF_AWS);
  }

  private void create(String name, String path) {
    iam.call(
        CreatePolicyRequest.builder()
            .policyName(name)
            .path(path)
            .policyDocument(Documents.READ)
            .description("d")
            .tags(Tag.builder().key("k").value("v").build())
            .build());
  }

  private void attach(String user, String arn) {
    iam.call(AttachUserPolicyRequest.builder().userName(user).policyArn(arn).build());
  }

  private List<Policy> all(ListPoliciesRequest.Builder input) {
    List<Policy> all = new ArrayList<>();
    String marker = null;
    do {
      ListPoliciesResponse page =
          iam.call(input.marker(marker).build(), ListPoliciesResponse.class);
      all.addAll(page.policies());
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    return all;
  }

  private List<String> names(ListPoliciesRequest.Builder input) {
    return all(input).stream().map(Policy::policyName).toList();
  }

  private static ListPoliciesRequest.Builder scope(@Nullable PolicyScopeType scope) {
    return ListPoliciesRequest.builder().scope(scope);
  }

  @Test
  void ownPoliciesComeByNameThenThoseOfAws() {
    List<String> names = names(scope(null).maxItems(2));
    assertEquals(List.of("a", "b", "C"), names.subList(0, 3));
    List<String> ofAws = names.subList(3, names.size());
    assertTrue(ofAws.size() > 1_000);
    assertEquals(ofAws, ofAws.stream().distinct().sorted(String.CASE_INSENSITIVE_ORDER).toList());
    assertEquals(names, names(scope(PolicyScopeType.ALL).maxItems(1_000)));
  }

  @Test
  void scopeSelectsOwnOrThoseOfAws() {
    assertEquals(List.of("a", "b", "C"), names(scope(PolicyScopeType.LOCAL).maxItems(1)));
    assertTrue(
        all(scope(PolicyScopeType.AWS).maxItems(500)).stream()
            .allMatch(policy -> policy.arn().startsWith("arn:aws:iam::aws:policy/")));
  }

  @Test
  void pathPrefixSelects() {
    assertEquals(List.of("a", "b"), names(scope(PolicyScopeType.LOCAL).pathPrefix("/x/")));
    assertTrue(
        names(scope(PolicyScopeType.AWS).pathPrefix("/job-function/")).contains("ViewOnlyAccess"));
  }

  @Test
  void attachedOnlyMeansUsedInEitherWay() {
    assertEquals(List.of("b", "C", "ViewOnlyAccess"), names(scope(null).onlyAttached(true)));
  }

  @Test
  void usageFilterSelects() {
    assertEquals(
        List.of("b", "ViewOnlyAccess"),
        names(scope(null).policyUsageFilter(PolicyUsageType.PERMISSIONS_POLICY)));
    assertEquals(
        List.of("C", "ViewOnlyAccess"),
        names(scope(null).policyUsageFilter(PolicyUsageType.PERMISSIONS_BOUNDARY)));
  }

  @Test
  void listLeavesOutDescriptionAndTagsButCounts() {
    Policy policy = all(scope(PolicyScopeType.LOCAL)).get(1);
    assertNull(policy.description());
    assertTrue(policy.tags() instanceof SdkAutoConstructList);
    assertEquals(1, policy.attachmentCount());
    assertEquals("v1", policy.defaultVersionId());
  }

  @Test
  void markerOfAnotherListIsRefused() {
    String foreign = Base64.getEncoder().encodeToString("1:x".getBytes(StandardCharsets.UTF_8));
    ServiceError error = iam.error(ListPoliciesRequest.builder().marker(foreign).build());
    assertEquals("Invalid Marker.", error.message());
  }
}

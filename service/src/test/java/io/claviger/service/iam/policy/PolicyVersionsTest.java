package io.claviger.service.iam.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.DeletePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.GetPolicyVersionResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyVersionsResponse;
import software.amazon.awssdk.services.iam.model.PolicyVersion;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;

class PolicyVersionsTest {

  private static final String ARN = "arn:aws:iam::111122223333:policy/Read";
  private static final String OF_AWS = "arn:aws:iam::aws:policy/ReadOnlyAccess";

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void aPolicy() {
    iam.call(
        CreatePolicyRequest.builder().policyName("Read").policyDocument(Documents.READ).build());
    iam.advance(Duration.ofMinutes(1));
  }

  private PolicyVersion add(String document, boolean asDefault) {
    return iam.call(
            CreatePolicyVersionRequest.builder()
                .policyArn(ARN)
                .policyDocument(document)
                .setAsDefault(asDefault)
                .build(),
            CreatePolicyVersionResponse.class)
        .policyVersion();
  }

  private PolicyVersion get(String arn, String version) {
    return iam.call(
            GetPolicyVersionRequest.builder().policyArn(arn).versionId(version).build(),
            GetPolicyVersionResponse.class)
        .policyVersion();
  }

  private void delete(String version) {
    iam.call(DeletePolicyVersionRequest.builder().policyArn(ARN).versionId(version).build());
  }

  private void setDefault(String version) {
    iam.call(SetDefaultPolicyVersionRequest.builder().policyArn(ARN).versionId(version).build());
  }

  private ListPolicyVersionsResponse list(
      String arn, @Nullable Integer most, @Nullable String marker) {
    return iam.call(
        ListPolicyVersionsRequest.builder().policyArn(arn).maxItems(most).marker(marker).build(),
        ListPolicyVersionsResponse.class);
  }

  private List<String> listed(String arn) {
    return list(arn, null, null).versions().stream().map(PolicyVersion::versionId).toList();
  }

  private String inForce() {
    return iam.account().policies().named("Read").orElseThrow().document();
  }

  private Instant updated() {
    return iam.account().policies().named("Read").orElseThrow().updated();
  }

  @Test
  void newVersionIsNotInForceUnlessAskedFor() {
    PolicyVersion second = add(Documents.allowing("s3:PutObject"), false);
    assertEquals("v2", second.versionId());
    assertFalse(second.isDefaultVersion());
    assertNull(second.document());
    assertEquals(Documents.READ, inForce());
    PolicyVersion third = add(Documents.allowing("s3:DeleteObject"), true);
    assertTrue(third.isDefaultVersion());
    assertEquals(Documents.allowing("s3:DeleteObject"), inForce());
  }

  @Test
  void documentIsShownPercentEncoded() {
    add(Documents.allowing("s3:Get*") + " ", false);
    assertEquals(
        "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22"
            + "%2C%22Action%22%3A%22s3%3AGet%2A%22%2C%22Resource%22%3A%22%2A%22%7D%7D%20",
        get(ARN, "v2").document());
  }

  @Test
  void onlyUnreservedCharactersStayUnencoded() {
    assertEquals("aZ09-._~%2B%2A%25%27%28%C3%BC", PolicyText.encoded("aZ09-._~+*%'(ü"));
  }

  @Test
  void sixthVersionIsRefusedUntilOneIsDeletedAndNumbersAreNotGivenTwice() {
    for (int i = 0; i < 4; i++) {
      add(Documents.READ, false);
    }
    ServiceError error =
        iam.error(
            CreatePolicyVersionRequest.builder()
                .policyArn(ARN)
                .policyDocument(Documents.READ)
                .build());
    assertEquals("LimitExceeded", error.code());
    assertEquals(
        "A managed policy can have up to 5 versions. Before you create a new version, you must"
            + " delete an existing version.",
        error.message());
    delete("v5");
    assertEquals("v6", add(Documents.READ, false).versionId());
    assertEquals(List.of("v6", "v4", "v3", "v2", "v1"), listed(ARN));
  }

  @Test
  void versionsAreListedNewestFirstPageByPage() {
    for (int i = 0; i < 11; i++) {
      add(Documents.READ, true);
      if (i > 2) {
        delete("v" + (i - 2));
      }
    }
    List<String> all = new ArrayList<>();
    String marker = null;
    do {
      ListPolicyVersionsResponse page = list(ARN, 2, marker);
      page.versions().forEach(version -> all.add(version.versionId()));
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    assertEquals(List.of("v12", "v11", "v10", "v9"), all);
  }

  @Test
  void documentsAreNotListed() {
    assertNull(list(ARN, null, null).versions().getFirst().document());
  }

  @Test
  void earlierVersionIsPutBackInForce() {
    add(Documents.allowing("s3:PutObject"), true);
    setDefault("v1");
    assertEquals(Documents.READ, inForce());
    assertTrue(get(ARN, "v1").isDefaultVersion());
    assertFalse(get(ARN, "v2").isDefaultVersion());
  }

  @Test
  void deletingAVersionIsNoUpdate() {
    add(Documents.READ, false);
    Instant added = updated();
    assertEquals(iam.now(), added);
    iam.advance(Duration.ofMinutes(1));
    delete("v2");
    assertEquals(added, updated());
  }

  @Test
  void defaultVersionIsNotDeleted() {
    ServiceError error =
        iam.error(DeletePolicyVersionRequest.builder().policyArn(ARN).versionId("v1").build());
    assertEquals("DeleteConflict", error.code());
    assertEquals("Cannot delete the default version of a policy.", error.message());
  }

  static Stream<AwsRequest> ofVersionNine() {
    return Stream.of(
        GetPolicyVersionRequest.builder().policyArn(ARN).versionId("v9").build(),
        SetDefaultPolicyVersionRequest.builder().policyArn(ARN).versionId("v9").build(),
        DeletePolicyVersionRequest.builder().policyArn(ARN).versionId("v9").build());
  }

  @ParameterizedTest
  @MethodSource("ofVersionNine")
  void missingVersionIsNotFound(AwsRequest input) {
    ServiceError error = iam.error(input);
    assertEquals("NoSuchEntity", error.code());
    assertEquals(
        "Policy " + ARN + " version v9 does not exist or is not attachable.", error.message());
  }

  @Test
  void versionsOfAPolicyOfAwsAreShown() {
    String newest = listed(OF_AWS).getFirst();
    assertTrue(get(OF_AWS, newest).isDefaultVersion());
    assertTrue(get(OF_AWS, newest).document().startsWith("%7B%22Version%22"));
  }
}

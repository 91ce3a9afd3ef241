package io.claviger.service.iam.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;

class AttachmentsTest {

  private static final String OWN = "arn:aws:iam::111122223333:policy/x/ReadOnlyAccess";
  private static final String OF_AWS = "arn:aws:iam::aws:policy/ReadOnlyAccess";

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void policyNamedLikeOneOfAws() {
    create("ReadOnlyAccess", "/x/");
  }

  private void create(String name, String path) {
    iam.call(
        CreatePolicyRequest.builder()
            .policyName(name)
            .path(path)
            .policyDocument(Documents.READ)
            .build());
  }

  private void assertError(String code, String message, AwsRequest input) {
    ServiceError error = iam.error(input);
    assertEquals(code + ": " + message, error.code() + ": " + error.message());
  }

  private List<String> attached(Holder holder, @Nullable Integer most, @Nullable String path) {
    List<String> all = new ArrayList<>();
    String marker = null;
    do {
      Holder.Listed<AttachedPolicy> page = holder.listAttached(iam, most, marker, path);
      page.items().forEach(policy -> all.add(policy.policyName() + " " + policy.policyArn()));
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    return all;
  }

  @ParameterizedTest
  @EnumSource
  void ownPoliciesAndThoseOfAwsAreAttachedAndListed(Holder holder) {
    iam.call(holder.create());
    iam.call(holder.attach(OF_AWS));
    iam.call(holder.attach(OWN));
    List<String> both = List.of("ReadOnlyAccess " + OWN, "ReadOnlyAccess " + OF_AWS);
    assertEquals(both, attached(holder, null, null));
    assertEquals(both, attached(holder, 1, null));
    assertEquals(List.of(both.getFirst()), attached(holder, null, "/x/"));
  }

  @ParameterizedTest
  @EnumSource
  void attachingTwiceIsAttachingOnce(Holder holder) {
    iam.call(holder.create());
    iam.call(holder.attach(OWN));
    iam.call(holder.attach(OWN));
    assertEquals(1, attached(holder, null, null).size());
  }

  @ParameterizedTest
  @EnumSource
  void detachedPolicyIsGoneAndCannotBeDetachedAgain(Holder holder) {
    iam.call(holder.create());
    iam.call(holder.attach(OWN));
    iam.call(holder.attach(OF_AWS));
    iam.call(holder.detach(OWN));
    assertEquals(List.of("ReadOnlyAccess " + OF_AWS), attached(holder, null, null));
    assertError("NoSuchEntity", "Policy " + OWN + " was not found.", holder.detach(OWN));
  }

  @ParameterizedTest
  @EnumSource
  void missingPolicyIsNotAttached(Holder holder) {
    iam.call(holder.create());
    for (String arn :
        List.of(
            "arn:aws:iam::111122223333:policy/Nothing",
            "arn:aws:iam::444455556666:policy/x/ReadOnlyAccess",
            "arn:aws:iam::aws:policy/Nothing")) {
      assertError(
          "NoSuchEntity",
          "Policy " + arn + " does not exist or is not attachable.",
          holder.attach(arn));
    }
    assertError(
        "InvalidInput",
        "ARN arn:aws:iam::aws:role/Nothing is not valid.",
        holder.attach("arn:aws:iam::aws:role/Nothing"));
  }

  @ParameterizedTest
  @EnumSource
  void missingHolderIsNotFound(Holder holder) {
    String message = "The " + holder.word() + " with name n cannot be found.";
    assertError("NoSuchEntity", message, holder.attach(OWN));
    assertError("NoSuchEntity", message, holder.detach(OWN));
    ServiceError error =
        assertThrows(ServiceError.class, () -> holder.listAttached(iam, null, null, null));
    assertEquals(message, error.message());
  }

  @ParameterizedTest
  @EnumSource
  void eleventhPolicyIsRefused(Holder holder) {
    iam.call(holder.create());
    for (int i = 0; i < 10; i++) {
      create("P" + i, "/");
      iam.call(holder.attach("arn:aws:iam::111122223333:policy/P" + i));
    }
    String message = "Cannot exceed quota for PoliciesPer" + holder.title() + ": 10";
    assertError("LimitExceeded", message, holder.attach(OWN));
    iam.call(holder.attach("arn:aws:iam::111122223333:policy/P3"));
  }
}

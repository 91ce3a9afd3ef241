package io.claviger.service.iam.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.AwsRequest;

class InlinePoliciesTest {

  private final InMemoryIam iam = new InMemoryIam();

  private void assertError(String code, String message, AwsRequest input) {
    ServiceError error = iam.error(input);
    assertEquals(code + ": " + message, error.code() + ": " + error.message());
  }

  @ParameterizedTest
  @EnumSource
  void embeddedPolicyIsShownAsItWasPut(Holder holder) {
    iam.call(holder.create());
    String document = Documents.READ + "\n";
    iam.call(holder.put("p", document));
    assertEquals(
        List.of("n", "p", PolicyText.encoded(document)), holder.got(iam.call(holder.get("p"))));
  }

  @ParameterizedTest
  @EnumSource
  void puttingAgainReplaces(Holder holder) {
    iam.call(holder.create());
    iam.call(holder.put("p", Documents.READ));
    iam.call(holder.put("p", Documents.allowing("s3:PutObject")));
    assertEquals(List.of("p"), holder.list(iam, null, null).items());
    assertEquals(
        PolicyText.encoded(Documents.allowing("s3:PutObject")),
        holder.got(iam.call(holder.get("p"))).getLast());
  }

  @ParameterizedTest
  @EnumSource
  void namesAreListedPageByPage(Holder holder) {
    iam.call(holder.create());
    for (String name : List.of("c", "a", "b")) {
      iam.call(holder.put(name, Documents.READ));
    }
    List<String> all = new ArrayList<>();
    String marker = null;
    do {
      Holder.Listed<String> page = holder.list(iam, 2, marker);
      all.addAll(page.items());
      marker = page.marker();
      assertEquals(marker != null, page.isTruncated());
    } while (marker != null);
    assertEquals(List.of("a", "b", "c"), all);
  }

  @ParameterizedTest
  @EnumSource
  void deletedPolicyIsGone(Holder holder) {
    iam.call(holder.create());
    iam.call(holder.put("p", Documents.READ));
    iam.call(holder.delete("p"));
    String message = "The " + holder.word() + " policy with name p cannot be found.";
    assertError("NoSuchEntity", message, holder.get("p"));
    assertError("NoSuchEntity", message, holder.delete("p"));
  }

  @ParameterizedTest
  @EnumSource
  void missingHolderIsNotFound(Holder holder) {
    String message = "The " + holder.word() + " with name n cannot be found.";
    assertError("NoSuchEntity", message, holder.put("p", Documents.READ));
    assertError("NoSuchEntity", message, holder.get("p"));
    assertError("NoSuchEntity", message, holder.delete("p"));
    ServiceError error = assertThrows(ServiceError.class, () -> holder.list(iam, null, null));
    assertEquals(message, error.message());
  }

  @ParameterizedTest
  @EnumSource
  void Abuse_029_allInlinePoliciesOfOneHolderShareItsSize(Holder holder) {
    int limit =
        switch (holder) {
          case USER -> 2_048;
          case GROUP -> 5_120;
          case ROLE -> 10_240;
        };
    iam.call(holder.create());
    String half = Documents.ofSize(limit / 2);
    iam.call(holder.put("a", half));
    iam.call(holder.put("b", half.replace(",", ", ")));
    String message =
        "Maximum policy size of " + limit + " bytes exceeded for " + holder.word() + " n";
    assertError("LimitExceeded", message, holder.put("c", Documents.READ));
    assertError("LimitExceeded", message, holder.put("b", Documents.ofSize(limit / 2 + 1)));
    iam.call(holder.put("b", Documents.READ));
  }

  @ParameterizedTest
  @EnumSource
  void documentMustBeAnIdentityBasedPolicy(Holder holder) {
    iam.call(holder.create());
    assertError("MalformedPolicyDocument", "Syntax errors in policy.", holder.put("p", "{"));
  }

  @Test
  void unusedPolicyTakesNoRoomOnceDeleted() {
    iam.call(Holder.USER.create());
    iam.call(Holder.USER.put("a", Documents.ofSize(2_048)));
    iam.call(Holder.USER.delete("a"));
    iam.call(Holder.USER.put("b", Documents.ofSize(2_048)));
  }
}

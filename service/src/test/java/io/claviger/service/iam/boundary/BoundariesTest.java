package io.claviger.service.iam.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.claviger.account.Bounded;
import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Role;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.InMemoryIam;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;

class BoundariesTest {

  private static final String A = "arn:aws:iam::111122223333:";
  private static final String LIMIT = A + "policy/Limit";
  private static final String OTHER = A + "policy/Other";

  private final InMemoryIam iam = new InMemoryIam();

  record Kind(
      String word,
      String arn,
      Function<String, AwsRequest> put,
      AwsRequest delete,
      Function<InMemoryIam, Bounded> holder) {

    @Override
    public String toString() {
      return word;
    }

    @Nullable String boundary(InMemoryIam iam) {
      var boundary = holder.apply(iam).boundary();
      return boundary == null ? null : boundary.toString();
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind(
            "User",
            A + "user/bob",
            arn ->
                PutUserPermissionsBoundaryRequest.builder()
                    .userName("bob")
                    .permissionsBoundary(arn)
                    .build(),
            DeleteUserPermissionsBoundaryRequest.builder().userName("bob").build(),
            iam -> iam.account().users().named("bob").orElseThrow()),
        new Kind(
            "Role",
            A + "role/R",
            arn ->
                PutRolePermissionsBoundaryRequest.builder()
                    .roleName("R")
                    .permissionsBoundary(arn)
                    .build(),
            DeleteRolePermissionsBoundaryRequest.builder().roleName("R").build(),
            iam -> iam.account().roles().named("R").orElseThrow()));
  }

  @BeforeEach
  void putUserRoleAndPolicies() {
    var now = InMemoryIam.START;
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            User.create("AIDA1", "/", "bob", now, Tags.NONE, null),
            new Role(
                "AROA1",
                "/",
                "R",
                now,
                Tags.NONE,
                null,
                IdentityPolicies.NONE,
                "{}",
                List.of(),
                "",
                3600),
            CustomerPolicy.create("ANPA1", "/", "Limit", now, Tags.NONE, "", "{}"),
            CustomerPolicy.create("ANPA2", "/", "Other", now, Tags.NONE, "", "{}")));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void boundaryIsSetReplacedAndTakenOff(Kind kind) {
    iam.call(kind.put().apply(LIMIT));
    assertEquals(LIMIT, kind.boundary(iam));
    iam.call(kind.put().apply(OTHER));
    assertEquals(OTHER, kind.boundary(iam));
    iam.call(kind.delete());
    assertNull(kind.boundary(iam));
    assertEquals("NoSuchEntity", iam.error(kind.delete()).code());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void policyThatIsNotThereIsNoBoundary(Kind kind) {
    var error = iam.error(kind.put().apply(A + "policy/None"));
    assertEquals("NoSuchEntity", error.code());
    assertEquals(
        "Scope ARN: " + A + "policy/None does not exist or is not attachable.", error.message());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void settingIsAuthorizedWithTheBoundaryToBeAndTakingOffWithTheOneThere(Kind kind) {
    iam.call(kind.put().apply(LIMIT));
    assertEquals(
        List.of(request("iam:Put" + kind.word() + "PermissionsBoundary", kind.arn(), OTHER)),
        iam.requires(kind.put().apply(OTHER)));
    assertEquals(
        List.of(request("iam:Delete" + kind.word() + "PermissionsBoundary", kind.arn(), LIMIT)),
        iam.requires(kind.delete()));
  }

  private static AccessRequest request(String action, String arn, String boundary) {
    return new AccessRequest(
        action,
        arn,
        InMemoryIam.ACCOUNT,
        RequestContext.EMPTY.with("iam:PermissionsBoundary", boundary));
  }
}

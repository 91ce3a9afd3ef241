package io.claviger.service.iam.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Authorizer;
import io.claviger.access.Caller;
import io.claviger.access.CompiledPolicies;
import io.claviger.access.PrincipalPolicies;
import io.claviger.account.Account;
import io.claviger.account.Accounts;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.RequestContext;
import io.claviger.reference.ManagedPolicies;
import io.claviger.service.InMemoryIam;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyVersionRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeletePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.PutUserPermissionsBoundaryRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.SetDefaultPolicyVersionRequest;

/// The policies in `examples/delegation` keep what they promise.
class DelegationTest {

  private static final String PATH = "arn:aws:iam::111122223333:policy/delegation/";
  private static final String BOUNDARY = PATH + "Boundary";
  private static final String ADMINISTRATOR = PATH + "Administrator";
  private static final String EVERYTHING = "arn:aws:iam::aws:policy/AdministratorAccess";
  private static final Authorizer AUTHORIZER =
      new Authorizer(new PrincipalPolicies(ManagedPolicies.load(), new CompiledPolicies()));

  private final InMemoryIam iam = new InMemoryIam();

  /// `delegate` is the delegated administrator, without a boundary; `nina` was made by it; `boss`
  /// is another administrator.
  @BeforeEach
  void delegation() throws IOException {
    create("Boundary", "boundary.json");
    create("Administrator", "administrator.json");
    iam.call(user("delegate", null));
    iam.call(user("boss", null));
    iam.call(user("nina", BOUNDARY));
    iam.call(attach("delegate", ADMINISTRATOR));
    iam.call(attach("boss", EVERYTHING));
    iam.call(attach("nina", EVERYTHING));
  }

  private void create(String name, String file) throws IOException {
    String text = Files.readString(Path.of("../examples/delegation", file));
    iam.call(
        CreatePolicyRequest.builder()
            .path("/delegation/")
            .policyName(name)
            .policyDocument(text.replace("ACCOUNT_ID", InMemoryIam.ACCOUNT.digits()))
            .build());
  }

  private static AwsRequest user(String name, @Nullable String boundary) {
    return CreateUserRequest.builder().userName(name).permissionsBoundary(boundary).build();
  }

  private static AwsRequest attach(String user, String policy) {
    return AttachUserPolicyRequest.builder().userName(user).policyArn(policy).build();
  }

  private boolean may(String userName, AwsRequest input) {
    User user = iam.account().users().named(userName).orElseThrow();
    Caller caller =
        new Caller.IamUser(
            InMemoryIam.ACCOUNT, user.id(), user.arn(InMemoryIam.ACCOUNT), "AKIATEST", null);
    RequestContext context = RequestContext.EMPTY.with("aws:username", userName);
    return iam.requires(input).stream()
        .allMatch(request ->
            AUTHORIZER
                .authorize(caller, request, context, new OneAccount(iam.account()))
                .isAllowed());
  }

  private record OneAccount(Account only) implements Accounts {

    @Override
    public Optional<Account> account(AccountId id) {
      return id.equals(only.id()) ? Optional.of(only) : Optional.empty();
    }

    @Override
    public Optional<AccountId> accountWithAlias(String alias) {
      return Optional.empty();
    }

    @Override
    public Optional<AccountId> accountOfForeignKey(String accessKeyId) {
      return Optional.empty();
    }

    @Override
    public Optional<AccountId> accountWithDelegation(String requestId) {
      return Optional.empty();
    }
  }

  static Stream<AwsRequest> escapes() {
    return Stream.of(
        DeleteUserPermissionsBoundaryRequest.builder().userName("nina").build(),
        DeleteRolePermissionsBoundaryRequest.builder().roleName("any").build(),
        PutUserPermissionsBoundaryRequest.builder()
            .userName("nina")
            .permissionsBoundary(EVERYTHING)
            .build(),
        user("max", null),
        user("max", EVERYTHING),
        CreateRoleRequest.builder()
            .roleName("max")
            .assumeRolePolicyDocument(Documents.EC2_TRUST)
            .build(),
        attach("delegate", EVERYTHING),
        DetachUserPolicyRequest.builder().userName("boss").policyArn(EVERYTHING).build(),
        PutUserPolicyRequest.builder()
            .userName("delegate")
            .policyName("p")
            .policyDocument(Documents.READ)
            .build(),
        CreatePolicyVersionRequest.builder()
            .policyArn(BOUNDARY)
            .policyDocument(Documents.READ)
            .setAsDefault(true)
            .build(),
        CreatePolicyVersionRequest.builder()
            .policyArn(ADMINISTRATOR)
            .policyDocument(Documents.READ)
            .build(),
        SetDefaultPolicyVersionRequest.builder().policyArn(BOUNDARY).versionId("v1").build(),
        DeletePolicyRequest.builder().policyArn(BOUNDARY).build());
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void Abuse_055_delegatedAdministratorCannotGoBeyondTheBoundary(AwsRequest input) {
    assertFalse(may("delegate", input));
    assertTrue(may("boss", input));
  }

  @ParameterizedTest
  @MethodSource("escapes")
  void Abuse_055_userInsideTheBoundaryCannotLeaveItWhateverItIsGiven(AwsRequest input) {
    assertFalse(may("nina", input));
  }

  static Stream<AwsRequest> honestWork() {
    return Stream.of(
        user("max", BOUNDARY),
        CreateRoleRequest.builder()
            .roleName("max")
            .assumeRolePolicyDocument(Documents.EC2_TRUST)
            .permissionsBoundary(BOUNDARY)
            .build(),
        attach("nina", EVERYTHING),
        PutUserPolicyRequest.builder()
            .userName("nina")
            .policyName("p")
            .policyDocument(Documents.READ)
            .build(),
        PutUserPermissionsBoundaryRequest.builder()
            .userName("nina")
            .permissionsBoundary(BOUNDARY)
            .build(),
        CreatePolicyRequest.builder().policyName("P").policyDocument(Documents.READ).build());
  }

  @ParameterizedTest
  @MethodSource("honestWork")
  void delegatedAdministratorMayDoItsWork(AwsRequest input) {
    assertTrue(may("delegate", input));
  }

  @Test
  void userInsideTheBoundaryManagesItsOwnKeys() {
    assertTrue(may("nina", ListAccessKeysRequest.builder().userName("nina").build()));
  }
}

package io.claviger.service.iam.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Caller;
import io.claviger.access.Session;
import io.claviger.account.Activity;
import io.claviger.account.Ids;
import io.claviger.account.SecretName;
import io.claviger.base.Arn;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.CreateAccessKeyResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccessKeyRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedRequest;
import software.amazon.awssdk.services.iam.model.GetAccessKeyLastUsedResponse;
import software.amazon.awssdk.services.iam.model.ListAccessKeysRequest;
import software.amazon.awssdk.services.iam.model.ListAccessKeysResponse;
import software.amazon.awssdk.services.iam.model.UpdateAccessKeyRequest;

class AccessKeysTest {

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void createUsers() {
    iam.call(CreateUserRequest.builder().userName("bob").build());
    iam.call(CreateUserRequest.builder().userName("eve").build());
  }

  private static AccessKey create(InMemoryIam caller, CreateAccessKeyRequest request) {
    return caller.call(request, CreateAccessKeyResponse.class).accessKey();
  }

  private AccessKey createFor(String name) {
    return create(iam, CreateAccessKeyRequest.builder().userName(name).build());
  }

  private List<AccessKeyMetadata> list(InMemoryIam caller, ListAccessKeysRequest request) {
    return caller.call(request, ListAccessKeysResponse.class).accessKeyMetadata();
  }

  private List<AccessKeyMetadata> listOf(String name) {
    return list(iam, ListAccessKeysRequest.builder().userName(name).build());
  }

  @Test
  void newKeyIsActiveCarriesItsAccountAndShowsItsSecretOnce() {
    AccessKey key = createFor("bob");
    assertEquals("bob", key.userName());
    assertEquals("Active", key.statusAsString());
    assertEquals(InMemoryIam.START, key.createDate());
    assertEquals(Optional.of(InMemoryIam.ACCOUNT), Ids.accountOf(key.accessKeyId()));
    assertTrue(key.accessKeyId().startsWith("AKIA"));
    assertEquals(40, key.secretAccessKey().length());
    AccessKeyMetadata listed = listOf("bob").getFirst();
    assertEquals(key.accessKeyId(), listed.accessKeyId());
    assertEquals("Active", listed.statusAsString());
    assertEquals(key.secretAccessKey(), secretOf(key.accessKeyId()).orElseThrow());
  }

  private Optional<String> secretOf(String keyId) {
    return iam.secret(new SecretName(SecretName.Kind.ACCESS_KEY, keyId)).map(s -> s.reveal());
  }

  @Test
  void thirdKeyIsRefusedEvenWhenTheOthersAreInactive() {
    String first = createFor("bob").accessKeyId();
    createFor("bob");
    iam.call(update("bob", first, "Inactive"));
    ServiceError error = iam.error(CreateAccessKeyRequest.builder().userName("bob").build());
    assertEquals("LimitExceeded", error.code());
    assertEquals("Cannot exceed quota for AccessKeysPerUser: 2", error.message());
    createFor("eve");
  }

  private static UpdateAccessKeyRequest update(String user, String keyId, String status) {
    return UpdateAccessKeyRequest.builder()
        .userName(user)
        .accessKeyId(keyId)
        .status(status)
        .build();
  }

  private static DeleteAccessKeyRequest delete(String user, String keyId) {
    return DeleteAccessKeyRequest.builder().userName(user).accessKeyId(keyId).build();
  }

  @Test
  void keyIsDeactivatedActivatedAndDeletedWithItsSecret() {
    String id = createFor("bob").accessKeyId();
    iam.call(update("bob", id, "Inactive"));
    assertEquals("Inactive", listOf("bob").getFirst().statusAsString());
    iam.call(update("bob", id, "Active"));
    assertEquals("Active", listOf("bob").getFirst().statusAsString());
    iam.call(delete("bob", id));
    assertEquals(List.of(), listOf("bob"));
    assertEquals(Optional.empty(), secretOf(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Expired", "active", "On"})
  void statusIsActiveOrInactive(String status) {
    String id = createFor("bob").accessKeyId();
    assertEquals("InvalidInput", iam.error(update("bob", id, status)).code());
  }

  @Test
  void withoutANameTheCallersOwnKeysAreMeant() {
    InMemoryIam bob = iam.asUser("bob");
    AccessKey key = create(bob, CreateAccessKeyRequest.builder().build());
    assertEquals("bob", key.userName());
    assertEquals(listOf("bob"), list(bob, ListAccessKeysRequest.builder().build()));
    bob.call(delete("bob", key.accessKeyId()));
    assertEquals(List.of(), listOf("bob"));
  }

  @Test
  void rootManagesItsOwnKeys() {
    AccessKey key = create(iam, CreateAccessKeyRequest.builder().build());
    assertNull(key.userName());
    assertEquals(
        "111122223333", iam.account().accessKey(key.accessKeyId()).orElseThrow().ownerId());
    iam.call(
        UpdateAccessKeyRequest.builder().accessKeyId(key.accessKeyId()).status("Inactive").build());
    List<AccessKeyMetadata> keys = list(iam, ListAccessKeysRequest.builder().build());
    assertEquals("Inactive", keys.getFirst().statusAsString());
    iam.call(DeleteAccessKeyRequest.builder().accessKeyId(key.accessKeyId()).build());
    assertEquals(List.of(), list(iam, ListAccessKeysRequest.builder().build()));
  }

  @Test
  void userOrKeyThatIsNotThereIsNamed() {
    assertEquals(
        "The user with name none cannot be found.",
        iam.error(CreateAccessKeyRequest.builder().userName("none").build()).message());
    assertEquals(
        "The Access Key with id AKIANONE cannot be found.",
        iam.error(delete("bob", "AKIANONE")).message());
  }

  @Test
  void lastUseIsShownAndNotAvailableBefore() {
    String id = createFor("bob").accessKeyId();
    GetAccessKeyLastUsedRequest get = GetAccessKeyLastUsedRequest.builder().accessKeyId(id).build();
    GetAccessKeyLastUsedResponse never = iam.call(get, GetAccessKeyLastUsedResponse.class);
    assertEquals("bob", never.userName());
    assertNull(never.accessKeyLastUsed().lastUsedDate());
    assertEquals("N/A", never.accessKeyLastUsed().serviceName());
    assertEquals("N/A", never.accessKeyLastUsed().region());
    Instant at = iam.now().plus(Duration.ofMinutes(5));
    iam.activity()
        .record(
            InMemoryIam.ACCOUNT,
            Activity.Kind.ACCESS_KEY,
            id,
            new Activity.Use(at, "sts", "eu-west-1"));
    GetAccessKeyLastUsedResponse used = iam.call(get, GetAccessKeyLastUsedResponse.class);
    assertEquals(at, used.accessKeyLastUsed().lastUsedDate());
    assertEquals("sts", used.accessKeyLastUsed().serviceName());
    assertEquals("eu-west-1", used.accessKeyLastUsed().region());
    assertEquals(
        "NoSuchEntity",
        iam.error(GetAccessKeyLastUsedRequest.builder().accessKeyId("AKIANONE").build()).code());
  }

  /// Naming oneself does not reach another's key, whose id alone proves nothing.
  @Test
  void Abuse_050_keyOfAnotherUserIsOutOfReach() {
    String eves = createFor("eve").accessKeyId();
    InMemoryIam bob = iam.asUser("bob");
    assertEquals("NoSuchEntity", bob.error(update("bob", eves, "Inactive")).code());
    assertEquals("NoSuchEntity", bob.error(delete("bob", eves)).code());
    assertEquals(
        "NoSuchEntity",
        bob.error(DeleteAccessKeyRequest.builder().accessKeyId(eves).build()).code());
    bob.call(delete("eve", eves));
  }

  static Stream<AwsRequest> withoutAName() {
    return Stream.of(
        CreateAccessKeyRequest.builder().build(),
        ListAccessKeysRequest.builder().build(),
        DeleteAccessKeyRequest.builder().accessKeyId("AKIA0000000000000000").build(),
        UpdateAccessKeyRequest.builder()
            .accessKeyId("AKIA0000000000000000")
            .status("Active")
            .build());
  }

  /// Only credentials of root itself reach root's keys: not a role's session, not the session of a
  /// federated user whom root vouched for, not a name that looks like root.
  @ParameterizedTest
  @MethodSource("withoutAName")
  void Abuse_059_rootsKeysAreOnlyRoots(AwsRequest request) {
    Arn rootArn = Arn.iam(InMemoryIam.ACCOUNT, "root");
    Session session =
        Session.ofFederatedUser(
            InMemoryIam.ACCOUNT,
            "111122223333",
            rootArn,
            "root",
            InMemoryIam.START,
            InMemoryIam.START.plusSeconds(3600));
    InMemoryIam federated =
        iam.as(
            new Caller.FederatedUser(
                InMemoryIam.ACCOUNT, "111122223333", rootArn, "ASIATEST", session));
    assertEquals("ValidationError", federated.error(request).code());
    assertEquals("ValidationError", iam.asRoleSession().error(request).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"root", "111122223333", "<root_account>"})
  void Abuse_059_rootIsNoUserName(String name) {
    assertEquals(
        "NoSuchEntity",
        iam.asUser("bob").error(CreateAccessKeyRequest.builder().userName(name).build()).code());
    iam.call(CreateUserRequest.builder().userName("root").build());
    AccessKey key = createFor("root");
    assertNotEquals(
        "111122223333", iam.account().accessKey(key.accessKeyId()).orElseThrow().ownerId());
  }
}

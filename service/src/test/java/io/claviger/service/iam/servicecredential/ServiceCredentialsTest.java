package io.claviger.service.iam.servicecredential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.SecretName;
import io.claviger.policy.decide.RequestContext.Value;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.ResetServiceSpecificCredentialResponse;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredential;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;
import software.amazon.awssdk.services.iam.model.UpdateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

class ServiceCredentialsTest {

  private static final String CODECOMMIT = "codecommit.amazonaws.com";
  private static final String CASSANDRA = "cassandra.amazonaws.com";
  private static final String BEDROCK = "bedrock.amazonaws.com";

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void createUsers() {
    createUser("bob");
    createUser("eve");
  }

  private void createUser(String name) {
    iam.call(CreateUserRequest.builder().userName(name).build());
  }

  private static CreateServiceSpecificCredentialRequest.Builder creating(
      String user, String service) {
    return CreateServiceSpecificCredentialRequest.builder().userName(user).serviceName(service);
  }

  private ServiceSpecificCredential create(String user, String service) {
    return create(creating(user, service).build());
  }

  private ServiceSpecificCredential create(CreateServiceSpecificCredentialRequest request) {
    return iam.call(request, CreateServiceSpecificCredentialResponse.class)
        .serviceSpecificCredential();
  }

  private static ResetServiceSpecificCredentialRequest reset(String user, String id) {
    return ResetServiceSpecificCredentialRequest.builder()
        .userName(user)
        .serviceSpecificCredentialId(id)
        .build();
  }

  private static UpdateServiceSpecificCredentialRequest update(
      String user, String id, String status) {
    return UpdateServiceSpecificCredentialRequest.builder()
        .userName(user)
        .serviceSpecificCredentialId(id)
        .status(status)
        .build();
  }

  private static DeleteServiceSpecificCredentialRequest delete(String user, String id) {
    return DeleteServiceSpecificCredentialRequest.builder()
        .userName(user)
        .serviceSpecificCredentialId(id)
        .build();
  }

  private static ListServiceSpecificCredentialsRequest.Builder listing() {
    return ListServiceSpecificCredentialsRequest.builder();
  }

  private List<ServiceSpecificCredentialMetadata> list(
      ListServiceSpecificCredentialsRequest.Builder request) {
    return iam.call(request.build(), ListServiceSpecificCredentialsResponse.class)
        .serviceSpecificCredentials();
  }

  private Optional<String> stored(String id) {
    return iam.secret(new SecretName(SecretName.Kind.SERVICE_SPECIFIC, id)).map(s -> s.reveal());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CODECOMMIT, CASSANDRA})
  void newPasswordIsShownOnceAndKeptAsAHash(String service) {
    ServiceSpecificCredential made = create("bob", service);
    assertEquals("bob-at-111122223333", made.serviceUserName());
    assertEquals(44, made.servicePassword().length());
    assertTrue(made.serviceSpecificCredentialId().matches("ACCA[A-Z2-7]{17}"), made::toString);
    assertEquals("bob", made.userName());
    assertEquals(service, made.serviceName());
    assertEquals("Active", made.statusAsString());
    assertEquals(iam.now(), made.createDate());
    assertNull(made.expirationDate());
    assertNull(made.serviceCredentialAlias());
    assertNull(made.serviceCredentialSecret());
    String stored = stored(made.serviceSpecificCredentialId()).orElseThrow();
    assertEquals(sha256(made.servicePassword()), stored);
    ServiceSpecificCredentialMetadata listed = list(listing().userName("bob")).getFirst();
    assertEquals("bob-at-111122223333", listed.serviceUserName());
    assertEquals(made.serviceSpecificCredentialId(), listed.serviceSpecificCredentialId());
  }

  @Test
  void apiKeyHoldsItsAliasAndCanExpire() {
    ServiceSpecificCredential made = create(creating("bob", BEDROCK).credentialAgeDays(30).build());
    assertEquals("bob-at-111122223333", made.serviceCredentialAlias());
    assertNull(made.serviceUserName());
    assertNull(made.servicePassword());
    String key = made.serviceCredentialSecret();
    assertTrue(key.startsWith("ABSK"), key);
    String inside =
        new String(Base64.getDecoder().decode(key.substring(4)), StandardCharsets.US_ASCII);
    assertTrue(inside.matches("bob-at-111122223333:.{44}"), inside);
    assertEquals(sha256(key), stored(made.serviceSpecificCredentialId()).orElseThrow());
    assertEquals(iam.now().plus(Duration.ofDays(30)), made.expirationDate());
    iam.advance(Duration.ofDays(30).minusSeconds(1));
    assertEquals("Active", list(listing().userName("bob")).getFirst().statusAsString());
    iam.advance(Duration.ofSeconds(1));
    assertEquals("Expired", list(listing().userName("bob")).getFirst().statusAsString());
  }

  @Test
  void onlyApiKeysExpireAndOnlyThreeServicesTakeCredentials() {
    assertEquals(
        "ValidationError",
        iam.error(creating("bob", CODECOMMIT).credentialAgeDays(30).build()).code());
    ServiceError error = iam.error(creating("bob", "s3.amazonaws.com").build());
    assertEquals("NotSupportedService", error.code());
    assertEquals(404, error.status());
    assertEquals("NoSuchEntity", iam.error(creating("none", CODECOMMIT).build()).code());
    assertEquals(
        "NotSupportedService",
        iam.error(listing().userName("bob").serviceName("s3.amazonaws.com").build()).code());
  }

  @Test
  void thirdCredentialForAServiceIsRefused() {
    create("bob", CODECOMMIT);
    assertEquals("bob+1-at-111122223333", create("bob", CODECOMMIT).serviceUserName());
    assertEquals(
        "Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2",
        iam.error(creating("bob", CODECOMMIT).build()).message());
    create("bob", CASSANDRA);
    create("eve", CODECOMMIT);
  }

  /// A password must not come to open what another user's opens.
  @Test
  void Abuse_057_userNameIsNeverGivenTwice() {
    create("bob", CODECOMMIT);
    iam.call(UpdateUserRequest.builder().userName("bob").newUserName("rob").build());
    createUser("BOB");
    assertEquals("BOB+1-at-111122223333", create("BOB", CODECOMMIT).serviceUserName());
    createUser("rob+1");
    assertEquals("rob+1-at-111122223333", create("rob+1", CODECOMMIT).serviceUserName());
    createUser("dan");
    assertEquals("rob-at-111122223333", create("rob", CODECOMMIT).serviceUserName());
  }

  @Test
  void resetGivesAnotherSecretAndChangesNothingElse() {
    ServiceSpecificCredential made = create("bob", CODECOMMIT);
    String id = made.serviceSpecificCredentialId();
    iam.call(update("bob", id, "Inactive"));
    iam.advance(Duration.ofDays(1));
    ServiceSpecificCredential again =
        iam.call(reset("bob", id), ResetServiceSpecificCredentialResponse.class)
            .serviceSpecificCredential();
    assertNotEquals(made.servicePassword(), again.servicePassword());
    assertEquals(sha256(again.servicePassword()), stored(id).orElseThrow());
    assertEquals(
        made.toBuilder().servicePassword(again.servicePassword()).status("Inactive").build(),
        again);
  }

  @Test
  void credentialIsDeactivatedAndDeletedAndStandsInTheWayOfTheUsersDeletion() {
    String id = create("bob", CODECOMMIT).serviceSpecificCredentialId();
    iam.call(update("bob", id, "Inactive"));
    assertEquals("Inactive", list(listing().userName("bob")).getFirst().statusAsString());
    DeleteUserRequest bob = DeleteUserRequest.builder().userName("bob").build();
    assertEquals(
        "Cannot delete entity, must remove referenced objects first.", iam.error(bob).message());
    iam.call(delete("bob", id));
    assertTrue(stored(id).isEmpty());
    assertEquals("NoSuchEntity", iam.error(delete("bob", id)).code());
    iam.call(bob);
  }

  @Test
  void credentialsAreListedByServiceAndForAllUsersInPages() {
    create("bob", CODECOMMIT);
    create("bob", BEDROCK);
    create("eve", BEDROCK);
    create("eve", CASSANDRA);
    assertEquals(2, list(listing().userName("bob")).size());
    assertEquals(
        BEDROCK, list(listing().userName("bob").serviceName(BEDROCK)).getFirst().serviceName());
    var all = listing().allUsers(true).serviceName(BEDROCK);
    assertEquals(
        List.of("bob", "eve"),
        list(all).stream().map(ServiceSpecificCredentialMetadata::userName).toList());
    var first = iam.call(all.maxItems(1).build(), ListServiceSpecificCredentialsResponse.class);
    assertTrue(first.isTruncated());
    var second =
        iam.call(all.marker(first.marker()).build(), ListServiceSpecificCredentialsResponse.class);
    assertEquals("eve", second.serviceSpecificCredentials().getFirst().userName());
    assertFalse(second.isTruncated());
    // A marker of one service leads to none of another.
    assertEquals(
        List.of("eve"),
        list(listing().allUsers(true).serviceName(CASSANDRA).marker(first.marker())).stream()
            .map(ServiceSpecificCredentialMetadata::userName)
            .toList());
  }

  @Test
  void allUsersTakesAServiceAndNoUser() {
    assertEquals(
        "AllUsers cannot be specified together with UserName.",
        iam.error(listing().allUsers(true).userName("bob").serviceName(BEDROCK).build()).message());
    assertEquals(
        "ServiceName must be specified with AllUsers.",
        iam.error(listing().allUsers(true).build()).message());
  }

  @Test
  void withoutANameTheCallersOwnIsMeant() {
    String id = create("bob", CODECOMMIT).serviceSpecificCredentialId();
    InMemoryIam bob = iam.asUser("bob");
    assertEquals(
        1,
        bob.call(listing().build(), ListServiceSpecificCredentialsResponse.class)
            .serviceSpecificCredentials()
            .size());
    bob.call(
        ResetServiceSpecificCredentialRequest.builder().serviceSpecificCredentialId(id).build());
    assertEquals(List.of(), list(listing()));
    assertEquals("ValidationError", iam.asRoleSession().error(listing().build()).code());
  }

  /// The right to manage one's own credentials reaches no other user's.
  @Test
  void Abuse_050_credentialOfAnotherUserIsOutOfReach() {
    String id = create("bob", CODECOMMIT).serviceSpecificCredentialId();
    assertEquals("NoSuchEntity", iam.error(reset("eve", id)).code());
    assertEquals("NoSuchEntity", iam.error(update("eve", id, "Inactive")).code());
    assertEquals("NoSuchEntity", iam.error(delete("eve", id)).code());
    iam.call(reset("bob", id));
  }

  /// The condition keys of the actions, by which a policy can leave out a service or a long life.
  @Test
  void Abuse_051_conditionKeysSayWhichServiceAndHowLong() {
    var create = iam.requires(creating("bob", BEDROCK).credentialAgeDays(30).build()).getFirst();
    assertEquals(
        new Value.Single(BEDROCK),
        create.context().get("iam:ServiceSpecificCredentialServiceName"));
    assertEquals(
        new Value.Single("30"), create.context().get("iam:ServiceSpecificCredentialAgeDays"));
    String id = create("bob", CASSANDRA).serviceSpecificCredentialId();
    for (AwsRequest request :
        List.<AwsRequest>of(reset("bob", id), update("bob", id, "Inactive"), delete("bob", id))) {
      assertEquals(
          new Value.Single(CASSANDRA),
          iam.requires(request)
              .getFirst()
              .context()
              .get("iam:ServiceSpecificCredentialServiceName"));
    }
  }
}

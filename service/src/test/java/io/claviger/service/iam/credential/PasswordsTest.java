package io.claviger.service.iam.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.claviger.account.Change;
import io.claviger.account.Ids;
import io.claviger.account.LoginProfile;
import io.claviger.account.PasswordPolicy;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.ChangePasswordRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.GetLoginProfileResponse;
import software.amazon.awssdk.services.iam.model.UpdateLoginProfileRequest;

class PasswordsTest {

  private static final String FIRST = "Correct-Horse-1";
  private static final String SECOND = "Battery-Staple-2";
  private static final String THIRD = "Another-Pass-3";

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void createUsers() {
    iam.call(CreateUserRequest.builder().userName("bob").build());
    iam.call(CreateUserRequest.builder().userName("eve").build());
  }

  private void policy(int length, boolean all, @Nullable Integer remembered) {
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            iam.account()
                .settings()
                .withPasswordPolicy(
                    new PasswordPolicy(
                        length, all, all, all, all, false, null, remembered, null))));
  }

  private static CreateLoginProfileRequest create(String user, String password) {
    return CreateLoginProfileRequest.builder().userName(user).password(password).build();
  }

  private static UpdateLoginProfileRequest update(String password) {
    return UpdateLoginProfileRequest.builder().userName("bob").password(password).build();
  }

  private static ChangePasswordRequest change(String old, String fresh) {
    return ChangePasswordRequest.builder().oldPassword(old).newPassword(fresh).build();
  }

  private String userId(String name) {
    return iam.account().users().named(name).orElseThrow().id();
  }

  private List<String> hashes(String name) {
    return PasswordHistory.of(iam.secret(PasswordHistory.secretName(userId(name)))).hashes();
  }

  private LoginProfile stored() {
    return iam.account().loginProfile(userId("bob")).orElseThrow();
  }

  private boolean isPassword(String password) {
    PasswordHistory history = new PasswordHistory(hashes("bob"));
    return history.isCurrent(HashedPassword.of(password, history, new Ids(new Random(1))));
  }

  @Test
  void passwordIsStoredAsAHashAndTheProfileShown() {
    CreateLoginProfileResponse response =
        iam.call(create("bob", FIRST), CreateLoginProfileResponse.class);
    assertEquals("bob", response.loginProfile().userName());
    assertEquals(InMemoryIam.START, response.loginProfile().createDate());
    assertFalse(response.loginProfile().passwordResetRequired());
    assertTrue(hashes("bob").getFirst().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    assertTrue(isPassword(FIRST));
    assertFalse(isPassword(SECOND));
    GetLoginProfileResponse got =
        iam.call(
            GetLoginProfileRequest.builder().userName("bob").build(),
            GetLoginProfileResponse.class);
    assertEquals(response.loginProfile(), got.loginProfile());
  }

  @Test
  void usersDoNotShareASaltButOnesPasswordsDo() {
    iam.call(create("bob", FIRST));
    iam.call(create("eve", FIRST));
    assertNotEquals(hashes("bob"), hashes("eve"));
    iam.call(update(SECOND));
    assertEquals(2, hashes("bob").size());
    assertEquals(salt(hashes("bob").getFirst()), salt(hashes("bob").getLast()));
  }

  private static String salt(String hash) {
    return Arrays.asList(hash.split("\\$", -1)).get(4);
  }

  @Test
  void profileIsMadeOnceAndDeletedWithItsHashes() {
    iam.call(create("bob", FIRST));
    ServiceError error = iam.error(create("bob", SECOND));
    assertEquals("EntityAlreadyExists", error.code());
    assertEquals("Login Profile for user bob already exists.", error.message());
    DeleteLoginProfileRequest delete = DeleteLoginProfileRequest.builder().userName("bob").build();
    iam.call(delete);
    assertEquals(List.of(), hashes("bob"));
    assertEquals("Login Profile for User bob cannot be found.", iam.error(delete).message());
    assertEquals("NoSuchEntity", iam.error(update(SECOND)).code());
    assertEquals(
        "NoSuchEntity", iam.error(GetLoginProfileRequest.builder().userName("bob").build()).code());
  }

  @Test
  void rootHasNoLoginProfileAndAPasswordIsNeeded() {
    assertEquals(
        "ValidationError",
        iam.error(CreateLoginProfileRequest.builder().password(FIRST).build()).code());
    assertEquals(
        "ValidationError",
        iam.error(CreateLoginProfileRequest.builder().userName("bob").build()).code());
  }

  @Test
  void updateSetsThePasswordOrWhetherItMustChange() {
    iam.call(create("bob", FIRST));
    iam.advance(Duration.ofDays(1));
    iam.call(
        UpdateLoginProfileRequest.builder().userName("bob").passwordResetRequired(true).build());
    assertTrue(stored().resetRequired());
    assertEquals(InMemoryIam.START, stored().passwordChanged());
    iam.call(update(SECOND));
    assertTrue(isPassword(SECOND));
    assertTrue(stored().resetRequired());
    assertEquals(iam.now(), stored().passwordChanged());
    assertEquals(InMemoryIam.START, stored().created());
  }

  @ParameterizedTest
  @CsvSource({
    "Short-1,      Password should have a minimum length of 8",
    "onlyletters,  'Password should have at least three of the following: uppercase letter,"
        + " lowercase letter, number, symbol'",
    "111122223333, 'Password should have at least three of the following: uppercase letter,"
        + " lowercase letter, number, symbol'",
    "Acme-Corp1,   Password should not be identical to the account name"
  })
  void defaultPolicyHoldsWhereNoneIsSet(String password, String message) {
    iam.change(InMemoryIam.ACCOUNT, Change.put(iam.account().settings().withAlias("acme-corp1")));
    ServiceError error = iam.error(create("bob", password));
    assertEquals("PasswordPolicyViolation", error.code());
    assertEquals(message, error.message());
  }

  @ParameterizedTest
  @CsvSource({
    "Aa1!,             Password should have a minimum length of 10",
    "aaaaaaaaa1!,      Password should have at least one uppercase letter",
    "AAAAAAAAA1!,      Password should have at least one lowercase letter",
    "AAAAAAAAAa!,      Password should have at least one number",
    "AAAAAAAAAa1~,     Password should have at least one symbol",
    "ÄÄÄÄÄÄÄÄÄÄa1!,    Password should have at least one uppercase letter"
  })
  void accountsOwnPolicyHolds(String password, String message) {
    policy(10, true, null);
    ServiceError error = iam.error(create("bob", password));
    assertEquals("PasswordPolicyViolation", error.code());
    assertEquals(message, error.message());
  }

  @Test
  void policyAsksForNothingButWhatItSays() {
    policy(6, false, null);
    iam.call(create("bob", "aaaaaa"));
    assertTrue(isPassword("aaaaaa"));
  }

  @Test
  void userChangesItsOwnPasswordAndMustKnowIt() {
    iam.call(create("bob", FIRST));
    iam.call(
        UpdateLoginProfileRequest.builder().userName("bob").passwordResetRequired(true).build());
    InMemoryIam bob = iam.asUser("bob");
    ServiceError error = bob.error(change("Wrong-Guess-1", SECOND));
    assertEquals("AccessDenied", error.code());
    assertEquals("The old password was incorrect.", error.message());
    bob.call(change(FIRST, SECOND));
    assertTrue(isPassword(SECOND));
    assertFalse(stored().resetRequired());
    assertEquals("PasswordPolicyViolation", bob.error(change(SECOND, "weak")).code());
    assertEquals("NoSuchEntity", iam.asUser("eve").error(change(FIRST, SECOND)).code());
  }

  @Test
  void onlyAnIamUserHasAPasswordToChange() {
    assertEquals("InvalidUserType", iam.error(change(FIRST, SECOND)).code());
    assertEquals("InvalidUserType", iam.asRoleSession().error(change(FIRST, SECOND)).code());
  }

  @Test
  void earlierPasswordsAreRefusedAsFarBackAsThePolicySays() {
    policy(8, false, 2);
    iam.call(create("bob", FIRST));
    InMemoryIam bob = iam.asUser("bob");
    bob.call(change(FIRST, SECOND));
    ServiceError error = bob.error(change(SECOND, FIRST));
    assertEquals("PasswordPolicyViolation", error.code());
    assertEquals(
        "Policy constraint violation with password reuse prevention during password change",
        error.message());
    assertEquals("PasswordPolicyViolation", iam.error(update(SECOND)).code());
    bob.call(change(SECOND, THIRD));
    bob.call(change(THIRD, FIRST));
    assertTrue(isPassword(FIRST));
  }

  @Test
  void historyHoldsTwentyFour() {
    HashedPassword hash = new HashedPassword("$argon2id$v=19$m=1,t=1,p=1$AA$AA", List.of());
    PasswordHistory history = PasswordHistory.EMPTY;
    for (int i = 0; i < 30; i++) {
      history = history.with(hash);
    }
    assertEquals(24, history.hashes().size());
  }

  @Test
  void hashesOfAnotherCostAreStillCompared() {
    String old = "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$";
    byte[] salt = Base64.getDecoder().decode("c29tZXNhbHRzb21lc2FsdA");
    String hash =
        Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID)
            .hash(FIRST.getBytes(StandardCharsets.UTF_8), salt)
            .getResult();
    assertTrue(hash.startsWith(old), hash);
    PasswordHistory history = new PasswordHistory(List.of(hash));
    HashedPassword again = HashedPassword.of(FIRST, history, new Ids(new Random(1)));
    assertTrue(again.isComparableWith(history));
    assertTrue(history.isCurrent(again));
    assertTrue(again.current().startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
  }

  @Test
  void passwordHashedForAHistoryThatIsGoneIsNotComparable() {
    iam.call(create("bob", FIRST));
    PasswordHistory history = new PasswordHistory(hashes("bob"));
    HashedPassword stale = HashedPassword.of(FIRST, PasswordHistory.EMPTY, new Ids(new Random(1)));
    assertFalse(stale.isComparableWith(history));
    assertFalse(history.isCurrent(stale));
    assertTrue(HashedPassword.of(FIRST, history, new Ids(new Random(1))).isComparableWith(history));
  }

  @Test
  void hashIsNeverPrinted() {
    assertEquals("HashedPassword(***)", new HashedPassword("secret", List.of("secret")).toString());
  }
}

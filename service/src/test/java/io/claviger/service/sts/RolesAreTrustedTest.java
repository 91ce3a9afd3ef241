package io.claviger.service.sts;

import static io.claviger.service.sts.EnforcedSts.FAR;
import static io.claviger.service.sts.EnforcedSts.HOME;
import static io.claviger.service.sts.EnforcedSts.allow;
import static io.claviger.service.sts.EnforcedSts.assume;
import static io.claviger.service.sts.EnforcedSts.document;
import static io.claviger.service.sts.EnforcedSts.trust;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.access.Session;
import io.claviger.account.Change;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.service.InMemoryIam;
import io.claviger.testkit.TotpCodes;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;
import software.amazon.awssdk.services.sts.model.Tag;

/// Who may assume which role: identity-based policies and trust policies together.
class RolesAreTrustedTest {

  private static final String MFA =
      ",\"Condition\":{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}";

  private final EnforcedSts enforced = new EnforcedSts();
  private final InMemoryIam ann = enforced.user("ann", document(allow("sts:*")));
  private final InMemoryIam eve = enforced.user("eve");

  private static String denied(String user, String action, String role) {
    return "User: arn:aws:iam::111122223333:user/"
        + user
        + " is not authorized to perform: "
        + action
        + " on resource: "
        + role;
  }

  private static String error(InMemoryIam caller, AssumeRoleRequest.Builder request) {
    ServiceError error = caller.error(request.build());
    assertEquals("AccessDenied", error.code());
    return error.message();
  }

  private Session session(InMemoryIam caller, AssumeRoleRequest.Builder request) {
    return enforced.sts.opened(caller, request);
  }

  private String homeRole(String name, String... trust) {
    return enforced.role(enforced.home, HOME, name, trust);
  }

  @Test
  void trustedAccountsUserNeedsPermissionToo() {
    String role = homeRole("R", trust("111122223333", "", "sts:AssumeRole"));
    session(ann, assume(role));
    assertEquals(
        denied("eve", "sts:AssumeRole", role)
            + " because no identity-based policy allows the sts:AssumeRole action",
        error(eve, assume(role)));
  }

  @Test
  void trustedUserOfTheAccountNeedsNone() {
    String role = homeRole("R", trust("arn:aws:iam::111122223333:user/eve", "", "sts:AssumeRole"));
    session(eve, assume(role));
    assertEquals(denied("ann", "sts:AssumeRole", role), error(ann, assume(role)));
  }

  @Test
  void roleOfAnotherAccountMustTrustAndTheOwnPoliciesAllow() {
    String trusting =
        enforced.role(
            enforced.far,
            FAR,
            "T",
            trust("arn:aws:iam::111122223333:user/eve", "", "sts:AssumeRole"),
            trust("arn:aws:iam::111122223333:user/ann", "", "sts:AssumeRole"));
    assertEquals(FAR, session(ann, assume(trusting)).account());
    assertEquals(
        denied("eve", "sts:AssumeRole", trusting)
            + " because no identity-based policy allows the sts:AssumeRole action",
        error(eve, assume(trusting)));
  }

  @Test
  void missingRoleAnswersAsOneThatDoesNotTrust() {
    String there =
        enforced.role(enforced.far, FAR, "There", trust("444455556666", "", "sts:AssumeRole"));
    String missing = "arn:aws:iam::444455556666:role/Where";
    assertEquals(denied("ann", "sts:AssumeRole", there), error(ann, assume(there)));
    assertEquals(denied("ann", "sts:AssumeRole", missing), error(ann, assume(missing)));
  }

  @ParameterizedTest
  @CsvSource({"secret-7, true", "SECRET-7, false", "secret-8, false", ", false"})
  void Abuse_062_externalIdIsComparedCaseAndAll(@Nullable String given, boolean isLetIn) {
    String condition = ",\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"secret-7\"}}";
    String role =
        enforced.role(
            enforced.far, FAR, "Vendor", trust("111122223333", condition, "sts:AssumeRole"));
    if (isLetIn) {
      session(ann, assume(role).externalId(given));
    } else {
      assertEquals(
          denied("ann", "sts:AssumeRole", role), error(ann, assume(role).externalId(given)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1225})
  void Abuse_062_externalIdHasTwoTo1224Characters(int length) {
    String role =
        enforced.role(enforced.far, FAR, "Any", trust("111122223333", "", "sts:AssumeRole"));
    ServiceError error = ann.error(assume(role).externalId("x".repeat(length)).build());
    assertEquals("ValidationError", error.code());
    session(ann, assume(role).externalId("x".repeat(2)));
    session(ann, assume(role).externalId("x".repeat(1224)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 899, 43_201, Integer.MAX_VALUE})
  void Abuse_064_durationOutsideOfAnyRangeIsRefused(int seconds) {
    String role = homeRole("R", trust("111122223333", "", "sts:AssumeRole"));
    assertEquals(
        "ValidationError", ann.error(assume(role).durationSeconds(seconds).build()).code());
    session(ann, assume(role).durationSeconds(900));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 899, 129_601, Integer.MAX_VALUE})
  void Abuse_064_userMayNotAskForMoreThanThirtySixHours(int seconds) {
    assertEquals(
        "ValidationError",
        ann.error(GetSessionTokenRequest.builder().durationSeconds(seconds).build()).code());
  }

  @Test
  void Abuse_070_tagsNeedTagSessionInTheTrustPolicyToo() {
    String plain = homeRole("Plain", trust("111122223333", "", "sts:AssumeRole"));
    String tagging =
        homeRole("Tagging", trust("111122223333", "", "sts:AssumeRole", "sts:TagSession"));
    Tag tag = Tag.builder().key("team").value("admin").build();
    assertEquals(denied("ann", "sts:TagSession", plain), error(ann, assume(plain).tags(tag)));
    assertEquals(StsFixture.tags("team", "admin"), session(ann, assume(tagging).tags(tag)).tags());
  }

  @Test
  void Abuse_070_inheritedTagsNeedTagSessionOfTheNextRole() {
    String first = homeRole("First", trust("111122223333", "", "sts:AssumeRole", "sts:TagSession"));
    enforced.permit(enforced.home, "First", allow("sts:*"));
    String plain = homeRole("Plain", trust("111122223333", "", "sts:AssumeRole"));
    Tag tag = Tag.builder().key("team").value("admin").build();
    InMemoryIam chained =
        enforced
            .sts
            .as(session(ann, assume(first).tags(tag).transitiveTagKeys("team")))
            .enforcing();
    assertEquals(
        "User: arn:aws:sts::111122223333:assumed-role/First/work is not authorized to perform:"
            + " sts:TagSession on resource: "
            + plain,
        error(chained, assume(plain)));
    session(enforced.sts.as(session(ann, assume(first).tags(tag))).enforcing(), assume(plain));
  }

  @Test
  void Abuse_070_sourceIdentityNeedsPermissionInTheTrustPolicyToo() {
    String plain = homeRole("Plain", trust("111122223333", "", "sts:AssumeRole"));
    String setting =
        homeRole("Setting", trust("111122223333", "", "sts:AssumeRole", "sts:SetSourceIdentity"));
    assertEquals(
        denied("ann", "sts:SetSourceIdentity", plain),
        error(ann, assume(plain).sourceIdentity("ann")));
    assertEquals("ann", session(ann, assume(setting).sourceIdentity("ann")).sourceIdentity());
  }

  @Test
  void roleCanAskForMfaOfTheVeryCall() {
    String role = homeRole("Guarded", trust("111122223333", MFA, "sts:AssumeRole"));
    assertEquals(denied("ann", "sts:AssumeRole", role), error(ann, assume(role)));
    session(ann, withMfa(assume(role)));
  }

  @Test
  void mfaOfTheUsersSessionCountsAsWell() {
    String role = homeRole("Guarded", trust("111122223333", MFA, "sts:AssumeRole"));
    var bare = GetSessionTokenRequest.builder();
    assertEquals(
        denied("ann", "sts:AssumeRole", role), error(inSession(ann, bare.build()), assume(role)));
    session(inSession(ann, bare.build()), withMfa(assume(role)));
    enforced.home.advance(Duration.ofSeconds(30));
    InMemoryIam shown = inSession(ann, bare.serialNumber(serial()).tokenCode(code()).build());
    session(shown, assume(role));
  }

  @Test
  void mfaIsNotShownByTheNextSession() {
    String first = homeRole("First", trust("111122223333", "", "sts:AssumeRole"));
    enforced.permit(enforced.home, "First", allow("sts:*"));
    String guarded = homeRole("Guarded", trust("111122223333", MFA, "sts:AssumeRole"));
    InMemoryIam chained = enforced.sts.as(session(ann, withMfa(assume(first)))).enforcing();
    assertEquals(
        "User: arn:aws:sts::111122223333:assumed-role/First/work is not authorized to perform:"
            + " sts:AssumeRole on resource: "
            + guarded,
        error(chained, assume(guarded)));
  }

  @Test
  void recreatedUserIsAnotherToTheTrustPolicy() {
    String role = homeRole("R", trust("arn:aws:iam::111122223333:user/eve", "", "sts:AssumeRole"));
    enforced.home.change(
        HOME, Change.remove(enforced.home.account().users().named("eve").orElseThrow().key()));
    var recreated = User.create("AIDANEWEVE", "/", "eve", enforced.home.now(), Tags.NONE, null);
    enforced.home.change(HOME, Change.put(recreated));
    assertEquals(
        denied("eve", "sts:AssumeRole", role), error(enforced.home.asUser("eve"), assume(role)));
  }

  @Test
  void sessionMayDoWhatTheRoleAndTheSessionPolicyBothAllow() {
    String role = homeRole("R", trust("111122223333", "", "sts:AssumeRole"));
    enforced.permit(enforced.home, "R", allow("iam:ListUsers"));
    ListUsersRequest list = ListUsersRequest.builder().build();
    enforced.sts.as(session(ann, assume(role))).enforcing().call(list);
    InMemoryIam limited =
        enforced.sts.as(session(ann, assume(role).policy(document(allow("s3:*"))))).enforcing();
    assertEquals(
        "User: arn:aws:sts::111122223333:assumed-role/R/work is not authorized to perform:"
            + " iam:ListUsers on resource: arn:aws:iam::111122223333:user/ because no session"
            + " policy allows the iam:ListUsers action",
        limited.error(list).message());
  }

  @Test
  void rootMayNotAssumeRoles() {
    String role = homeRole("R", trust("111122223333", "", "sts:AssumeRole"));
    assertEquals("Roles may not be assumed by root accounts.", error(enforced.home, assume(role)));
  }

  private static String serial() {
    return "arn:aws:iam::111122223333:mfa/ann";
  }

  private String code() {
    return TotpCodes.at(EnforcedSts.SEED, enforced.home.now());
  }

  private AssumeRoleRequest.Builder withMfa(AssumeRoleRequest.Builder request) {
    return request.serialNumber(serial()).tokenCode(code());
  }

  private InMemoryIam inSession(InMemoryIam caller, GetSessionTokenRequest request) {
    GetSessionTokenResponse answer = caller.call(request, GetSessionTokenResponse.class);
    return enforced.sts.as(enforced.sts.session(answer.credentials())).enforcing();
  }
}

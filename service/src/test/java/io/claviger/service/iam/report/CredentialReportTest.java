package io.claviger.service.iam.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.claviger.account.AccessKey;
import io.claviger.account.Activity;
import io.claviger.account.Change;
import io.claviger.account.LoginProfile;
import io.claviger.account.MfaDevice;
import io.claviger.account.SigningCertificate;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.service.InMemoryIam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GenerateCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.GetCredentialReportRequest;
import software.amazon.awssdk.services.iam.model.GetCredentialReportResponse;
import software.amazon.awssdk.services.iam.model.ReportFormatType;
import software.amazon.awssdk.services.iam.model.ReportStateType;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;

class CredentialReportTest {

  private static final GetCredentialReportRequest GET =
      GetCredentialReportRequest.builder().build();
  private static final Instant DAY_2 = Instant.parse("2026-01-02T00:00:00Z");
  private static final Instant DAY_3 = Instant.parse("2026-01-03T00:00:00Z");
  private static final String ROOT = InMemoryIam.ACCOUNT.digits();
  private static final String START = "2026-01-01T12:00:00Z";
  private static final String NO_KEY = ",false,N/A,N/A,N/A,N/A";
  private static final String NO_CERTIFICATE = ",false,N/A";

  private final InMemoryIam iam = new InMemoryIam();

  private GenerateCredentialReportResponse generate() {
    return iam.call(
        GenerateCredentialReportRequest.builder().build(), GenerateCredentialReportResponse.class);
  }

  private GetCredentialReportResponse get() {
    return iam.call(GET, GetCredentialReportResponse.class);
  }

  private List<String> lines() {
    generate();
    return get().content().asUtf8String().lines().toList();
  }

  private static User user(String id, String name) {
    return User.create(id, "/", name, InMemoryIam.START, Tags.NONE, null);
  }

  private void put(User user, Change more) {
    iam.change(InMemoryIam.ACCOUNT, more.andPut(user));
  }

  private void used(Activity.Kind kind, String id) {
    iam.activity()
        .record(
            InMemoryIam.ACCOUNT,
            kind,
            id,
            new Activity.Use(DAY_3.plusNanos(123_456_789), "iam", "eu-west-1"));
  }

  @Test
  void reportIsStartedThenCompleteForFourHours() {
    assertEquals("ReportNotPresent", iam.error(GET).code());
    GenerateCredentialReportResponse first = generate();
    assertEquals(ReportStateType.STARTED, first.state());
    assertEquals("No report exists. Starting a new report generation task", first.description());
    iam.advance(Duration.ofHours(4));
    assertEquals(ReportStateType.COMPLETE, generate().state());
    assertNull(generate().description());
    assertEquals(InMemoryIam.START, get().generatedTime());
    iam.advance(Duration.ofSeconds(1));
    assertEquals("ReportExpired", iam.error(GET).code());
    assertEquals(ReportStateType.STARTED, generate().state());
    assertEquals(iam.now(), get().generatedTime());
  }

  @Test
  void reportStaysAsItWasMade() {
    generate();
    GetCredentialReportResponse before = get();
    put(user("AIDA1", "bob"), Change.NONE);
    generate();
    assertEquals(before, get());
    assertEquals(ReportFormatType.TEXT_CSV, before.reportFormat());
  }

  @Test
  void columnsAreThoseOfAwsAndRootIsFirst() {
    List<String> lines = lines();
    assertEquals(
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated",
        lines.getFirst());
    assertEquals(
        "<root_account>,arn:aws:iam::111122223333:root,"
            + START
            + ",false,N/A,N/A,not_supported,false"
            + NO_KEY
            + NO_KEY
            + NO_CERTIFICATE
            + NO_CERTIFICATE,
        lines.getLast());
    assertFalse(get().content().asUtf8String().endsWith("\n"));
  }

  @Test
  void usersAreInTheOrderOfTheirNamesWhateverTheirCase() {
    put(user("AIDA1", "b"), Change.put(user("AIDA2", "C"), user("AIDA3", "a")));
    assertEquals(
        List.of("a", "b", "C"),
        lines().stream().skip(2).map(line -> line.substring(0, line.indexOf(','))).toList());
  }

  @Test
  void nameWithACommaIsQuotedAndSoIsItsArn() {
    put(user("AIDA1", "a,b"), Change.NONE);
    String start = "\"a,b\",\"arn:aws:iam::111122223333:user/a,b\"," + START;
    assertEquals(start, lines().getLast().substring(0, start.length()));
  }

  @Test
  void passwordThatWasNeverUsedHasNoInformationAndItsRotationFollowsThePolicy() {
    put(
        user("AIDA1", "bob"),
        Change.put(new LoginProfile("AIDA1", InMemoryIam.START, false, DAY_2)));
    String start = "bob,arn:aws:iam::111122223333:user/bob," + START;
    assertEquals(
        start + ",true,no_information,2026-01-02T00:00:00Z,N/A,false" + none(), lines().getLast());
    iam.call(UpdateAccountPasswordPolicyRequest.builder().maxPasswordAge(30).build());
    used(Activity.Kind.PASSWORD, "AIDA1");
    iam.advance(Duration.ofHours(5));
    assertEquals(
        start
            + ",true,2026-01-03T00:00:00Z,2026-01-02T00:00:00Z,2026-02-01T00:00:00Z,false"
            + none(),
        lines().getLast());
  }

  private static String none() {
    return NO_KEY + NO_KEY + NO_CERTIFICATE + NO_CERTIFICATE;
  }

  @Test
  void keysAreShownByIdAndInactiveOnesKeepTheirDates() {
    put(
        user("AIDA1", "bob"),
        Change.put(
            new AccessKey("AKIA2", "AIDA1", true, DAY_2),
            new AccessKey("AKIA1", "AIDA1", false, DAY_3),
            new MfaDevice("/", "m", DAY_2, Tags.NONE, "AIDA1", DAY_2)));
    used(Activity.Kind.ACCESS_KEY, "AKIA2");
    assertEquals(
        "bob,arn:aws:iam::111122223333:user/bob,"
            + START
            + ",false,N/A,N/A,N/A,true"
            + ",false,2026-01-03T00:00:00Z,N/A,N/A,N/A"
            + ",true,2026-01-02T00:00:00Z,2026-01-03T00:00:00Z,eu-west-1,iam"
            + NO_CERTIFICATE
            + NO_CERTIFICATE,
        lines().getLast());
  }

  @Test
  void inactiveCertificateIsFirst() {
    put(
        user("AIDA1", "bob"),
        Change.put(
            new SigningCertificate("C1", "AIDA1", "", "f1", true, DAY_2),
            new SigningCertificate("C2", "AIDA1", "", "f2", false, DAY_3)));
    String end = ",false,2026-01-03T00:00:00Z,true,2026-01-02T00:00:00Z";
    String line = lines().getLast();
    assertEquals(end, line.substring(line.length() - end.length()));
  }

  @Test
  void rootIsShownWithItsCredentialsToo() {
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            new AccessKey("AKIA1", ROOT, true, DAY_2),
            new LoginProfile(ROOT, InMemoryIam.START, false, DAY_2)));
    used(Activity.Kind.ACCESS_KEY, "AKIA1");
    assertEquals(
        "<root_account>,arn:aws:iam::111122223333:root,"
            + START
            + ",true,no_information,2026-01-02T00:00:00Z,not_supported,false"
            + ",true,2026-01-02T00:00:00Z,2026-01-03T00:00:00Z,eu-west-1,iam"
            + NO_KEY
            + NO_CERTIFICATE
            + NO_CERTIFICATE,
        lines().get(1));
  }
}

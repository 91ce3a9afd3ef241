package io.claviger.service.sts;

import static io.claviger.service.sts.StsFixture.NEXT;
import static io.claviger.service.sts.StsFixture.WORKER;
import static io.claviger.service.sts.StsFixture.assume;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.access.Session;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/// Role `Worker` allows two hours. What the API model refuses (−1, 0, 899, 129,601) is refused
/// before an operation runs.
class SessionDurationsTest {

  private final StsFixture sts = new StsFixture();

  private static long seconds(Session session) {
    return Duration.between(session.issuedAt(), session.expiresAt()).toSeconds();
  }

  @ParameterizedTest
  @CsvSource({", 3600", "900, 900", "3600, 3600", "3601, 3601", "7200, 7200"})
  void Abuse_064_roleSessionLastsWhatIsAskedUpToTheRolesMaximum(
      @Nullable Integer asked, long granted) {
    assertEquals(granted, seconds(sts.session(assume(WORKER).durationSeconds(asked))));
  }

  @ParameterizedTest
  @CsvSource({"7201", "43200"})
  void Abuse_064_beyondTheRolesMaximumIsAnError(int asked) {
    ServiceError error = sts.bob().error(assume(WORKER).durationSeconds(asked).build());
    assertEquals(StsErrors.longerThanRoleAllows().message(), error.message());
  }

  @Test
  void Abuse_064_chainIsCappedAtAnHour() {
    InMemoryIam chained = sts.as(sts.session(assume(WORKER)));
    assertEquals(3600, seconds(sts.opened(chained, assume(NEXT).durationSeconds(3600))));
    for (int asked : new int[] {3601, 7200, 7201, 43200}) {
      ServiceError error = chained.error(assume(NEXT).durationSeconds(asked).build());
      assertEquals(StsErrors.longerThanChainAllows().message(), error.message());
    }
  }

  @Test
  void Abuse_064_sessionOfTheUserItselfIsAChainToo() {
    InMemoryIam inSession = sts.as(sessionToken(sts.bob(), null));
    assertEquals(3600, seconds(sts.opened(inSession, assume(WORKER).durationSeconds(3600))));
    assertEquals(
        StsErrors.longerThanChainAllows().message(),
        inSession.error(assume(WORKER).durationSeconds(3601).build()).message());
  }

  @ParameterizedTest
  @CsvSource({", 43200", "900, 900", "129600, 129600"})
  void Abuse_064_userMayAskForThirtySixHours(@Nullable Integer asked, long granted) {
    assertEquals(granted, seconds(sessionToken(sts.bob(), asked)));
    assertEquals(granted, seconds(federation(sts.bob(), asked)));
  }

  @ParameterizedTest
  @CsvSource({", 3600", "900, 900", "3600, 3600", "3601, 3600", "129600, 3600"})
  void Abuse_064_rootsSessionsAreCutToAnHour(@Nullable Integer asked, long granted) {
    assertEquals(granted, seconds(sessionToken(sts.iam, asked)));
    assertEquals(granted, seconds(federation(sts.iam, asked)));
  }

  @Test
  void timesAreWholeSeconds() {
    sts.iam.advance(Duration.ofMillis(1999));
    Session session = sts.session(assume(WORKER));
    assertEquals(InMemoryIam.START.plusSeconds(1), session.issuedAt());
    assertEquals(InMemoryIam.START.plusSeconds(3601), session.expiresAt());
  }

  private Session sessionToken(InMemoryIam caller, @Nullable Integer seconds) {
    var request = GetSessionTokenRequest.builder().durationSeconds(seconds).build();
    return sts.session(caller.call(request, GetSessionTokenResponse.class).credentials());
  }

  private Session federation(InMemoryIam caller, @Nullable Integer seconds) {
    var request =
        GetFederationTokenRequest.builder().name("guest").durationSeconds(seconds).build();
    return sts.session(caller.call(request, GetFederationTokenResponse.class).credentials());
  }
}

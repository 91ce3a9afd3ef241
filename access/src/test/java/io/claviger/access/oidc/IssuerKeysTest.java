package io.claviger.access.oidc;

import static io.claviger.access.oidc.OidcFixture.EC;
import static io.claviger.access.oidc.OidcFixture.NOW;
import static io.claviger.access.oidc.OidcFixture.RSA;
import static io.claviger.access.oidc.OidcFixture.URL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.access.fetch.FetchFailure;
import io.claviger.testkit.TestIssuer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How often issuers are asked for their keys, and what is made of what they publish.
class IssuerKeysTest {

  /// A discovery document and a key set.
  private static final int ONE_FETCH = 2;

  private static final Issuer ISSUER = issuer(Set.of());

  private final Internet internet = new Internet().publish(new TestIssuer(URL, RSA));
  private final IssuerKeys keys = new IssuerKeys(internet);

  private static Issuer issuer(Set<String> thumbprints) {
    return new Issuer(
        URL.substring("https://".length()), "arn", Optional.of(Set.of("us")), thumbprints);
  }

  private int count(@Nullable String id, Instant now) throws FetchFailure {
    return keys.find(ISSUER, id, now).size();
  }

  @Test
  void keysAreKeptForAnHour() throws FetchFailure {
    count("r1", NOW);
    count("r1", NOW.plusSeconds(3599));
    assertEquals(ONE_FETCH, internet.asked());
    count("r1", NOW.plusSeconds(3600));
    assertEquals(2 * ONE_FETCH, internet.asked());
  }

  @Test
  void keyThatIsNewIsFoundWithoutWaitingForTheHour() throws FetchFailure {
    assertEquals(1, count("r1", NOW));
    internet.publish(new TestIssuer(URL, RSA, EC));
    assertEquals(1, count("e1", NOW.plusSeconds(9)));
    assertEquals(2, count("e1", NOW.plusSeconds(10)));
  }

  @Test
  void keyThatIsGoneIsForgottenWithinTheHour() throws FetchFailure {
    assertEquals(1, count("r1", NOW));
    internet.publish(new TestIssuer(URL, EC));
    assertEquals("e1", keys.find(ISSUER, "r1", NOW.plusSeconds(3600)).getFirst().getKeyID());
  }

  @Test
  void Abuse_090_unknownKeyIdsDoNotMakeTheServerAskMoreOften() throws FetchFailure {
    for (int i = 0; i < 1_000; i++) {
      count("unknown" + i, NOW.plusMillis(i * 10L));
    }
    assertEquals(ONE_FETCH, internet.asked());
    count("unknown", NOW.plusSeconds(10));
    assertEquals(2 * ONE_FETCH, internet.asked());
  }

  @Test
  void Abuse_090_failureIsRememberedForTenSeconds() {
    internet.put(URL + "/.well-known/openid-configuration", "{}");
    for (int i = 0; i < 10; i++) {
      Instant now = NOW.plusSeconds(i);
      assertThrows(FetchFailure.class, () -> count("r1", now));
    }
    assertEquals(1, internet.asked());
    assertThrows(FetchFailure.class, () -> count("r1", NOW.plusSeconds(10)));
    assertEquals(2, internet.asked());
  }

  @Test
  void Abuse_090_whoeverNamesUnknownKeysDoesNotTakeTheGoodOnesAway() throws FetchFailure {
    count("r1", NOW);
    internet.put(URL + "/.well-known/openid-configuration", "{}");
    assertEquals(1, count("unknown", NOW.plusSeconds(10)));
    assertEquals(1, count("r1", NOW.plusSeconds(11)));
    assertEquals(1, count("r1", NOW.plusSeconds(3_599)));
    assertThrows(FetchFailure.class, () -> count("r1", NOW.plusSeconds(3_600)));
  }

  @Test
  void Abuse_090_oneAsksAtATime() throws InterruptedException {
    int callers = 20;
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[callers];
    for (int i = 0; i < callers; i++) {
      threads[i] =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  start.await();
                  count("r1", NOW);
                } catch (InterruptedException | FetchFailure e) {
                  throw new AssertionError(e);
                }
              });
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(ONE_FETCH, internet.asked());
  }

  @Test
  void Abuse_090_tooManyKeysAreNoKeys() throws FetchFailure {
    internet.put(URL + "/keys", "{\"keys\":[" + (RSA.jwk() + ',').repeat(99) + RSA.jwk() + "]}");
    assertEquals(100, count("r1", NOW));
    internet.put(URL + "/keys", "{\"keys\":[" + (RSA.jwk() + ',').repeat(100) + RSA.jwk() + "]}");
    assertThrows(FetchFailure.class, () -> count("r1", NOW.plusSeconds(3600)));
  }

  @Test
  void Abuse_092_keysFetchedUnderOneThumbprintServeNoOther() throws FetchFailure {
    keys.find(issuer(Set.of("a")), "r1", NOW);
    keys.find(issuer(Set.of("b")), "r1", NOW);
    assertEquals(2 * ONE_FETCH, internet.asked());
  }

  @Test
  void clockThatIsSetBackDoesNotKeepKeys() throws FetchFailure {
    count("r1", NOW);
    count("r1", NOW.minusSeconds(1));
    assertEquals(2 * ONE_FETCH, internet.asked());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "",
        "{\"issuer\":\"https://idp.example.com/tenant\"}",
        "{\"issuer\":\"https://idp.example.com/tenant\",\"jwks_uri\":7}",
        "{\"issuer\":\"https://idp.example.com/tenant\",\"jwks_uri\":\"not a uri\"}",
        "{\"issuer\":\"https://other.example.com\",\"jwks_uri\":"
            + "\"https://idp.example.com/tenant/keys\"}"
      })
  void discoveryDocumentMustBeTheIssuersOwn(String document) {
    internet.put(URL + "/.well-known/openid-configuration", document);
    FetchFailure failure = assertThrows(FetchFailure.class, () -> count("r1", NOW));
    assertEquals(FetchFailure.Kind.UNUSABLE, failure.kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "", "{\"keys\":7}"})
  void keySetMustBeOne(String document) {
    internet.put(URL + "/keys", document);
    assertThrows(FetchFailure.class, () -> count("r1", NOW));
  }

  @Test
  void keysOfOtherKindsAreLeftOut() throws FetchFailure {
    internet.put(URL + "/keys", "{\"keys\":[{\"kty\":\"XX\",\"kid\":\"x\"}," + RSA.jwk() + "]}");
    assertEquals(1, count("r1", NOW));
  }
}

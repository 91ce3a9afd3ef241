package io.claviger.store;

import static io.claviger.store.Samples.NOW;
import static io.claviger.store.Samples.ONE;
import static io.claviger.store.Samples.TWO;
import static io.claviger.store.Samples.createAccount;
import static io.claviger.store.Samples.event;
import static io.claviger.store.Samples.key;
import static io.claviger.store.Samples.put;
import static io.claviger.store.Samples.settings;
import static io.claviger.store.Samples.staged;
import static io.claviger.store.Samples.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Account;
import io.claviger.account.Activity;
import io.claviger.account.AuditEvent;
import io.claviger.account.Change;
import io.claviger.account.Ids;
import io.claviger.account.SecretName;
import io.claviger.base.SecretText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store does, whatever its journal.
abstract class AccountStoreContract {

  private static final SecretName SECRET = new SecretName(SecretName.Kind.ACCESS_KEY, "AKIA1");

  Store store;

  /// Opens an empty store.
  abstract Store open();

  @BeforeEach
  void openStore() {
    store = open();
    createAccount(store, ONE);
    createAccount(store, TWO);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @Test
  void everyChangeIsOneVersionAndReadAfterItReturns() {
    put(store, ONE, user("AIDA1", "bob"));
    Account account = account();
    assertEquals(2, account.version());
    assertEquals("AIDA1", account.users().named("bob").orElseThrow().id());
  }

  @Test
  void theAnswerIsTheTransitionsOwn() {
    String answer =
        store
            .accounts()
            .write(ONE, _ -> new AccountStore.Staged<>(Change.NONE, event(ONE, "X"), "answer"));
    assertEquals("answer", answer);
  }

  @Test
  void anEmptyChangeKeepsItsEventButMakesNoVersion() {
    long before = account().version();
    AuditEvent event = event(ONE, "TagUser");
    store.accounts().write(ONE, _ -> new AccountStore.Staged<>(Change.NONE, event, true));
    assertEquals(before, account().version());
    assertTrue(store.auditTrail().events(ONE, NOW, 10).contains(event));
  }

  @Test
  void aTransitionThatThrowsLeavesNothing() {
    long before = account().version();
    int events = store.auditTrail().events(ONE, NOW, 100).size();
    IllegalStateException thrown = new IllegalStateException("not today");
    assertSame(
        thrown,
        assertThrows(
            IllegalStateException.class,
            () ->
                store
                    .accounts()
                    .write(
                        ONE,
                        _ -> {
                          throw thrown;
                        })));
    assertEquals(before, account().version());
    assertEquals(events, store.auditTrail().events(ONE, NOW, 100).size());
    put(store, ONE, user("AIDA1", "bob"));
  }

  @Test
  void aChangeThatBreaksTheAccountLeavesNothing() {
    put(store, ONE, user("AIDA1", "bob"));
    assertThrows(IllegalStateException.class, () -> put(store, ONE, user("AIDA2", "BOB")));
    assertEquals(2, account().version());
    put(store, ONE, user("AIDA2", "eve"));
    assertEquals(2, account().users().size());
  }

  @Test
  void aTransitionSeesItsAccountAsHomeAndAsAnyOther() {
    store
        .accounts()
        .write(
            ONE,
            view -> {
              assertSame(view.home(), view.account(ONE).orElseThrow());
              assertEquals(TWO, view.account(TWO).orElseThrow().id());
              return staged(ONE, Change.NONE);
            });
    assertSame(account(), store.accounts().published(ONE).home());
  }

  @Test
  void aTransitionMustNotWriteToItsOwnAccount() {
    assertThrows(
        IllegalStateException.class,
        () ->
            store
                .accounts()
                .write(
                    ONE,
                    _ -> {
                      put(store, ONE, user("AIDA1", "bob"));
                      return staged(ONE, Change.NONE);
                    }));
  }

  @Test
  void anAccountIsMadeOnce() {
    assertThrows(IllegalStateException.class, () -> createAccount(store, ONE));
    assertEquals(List.of(ONE, TWO), store.accounts().accounts());
    assertEquals(1, account().version());
  }

  @Test
  void anAccountThatIsNotThereIsNeitherReadNorWritten() {
    var nobody = new io.claviger.base.AccountId("000000000000");
    assertTrue(store.accounts().account(nobody).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> store.accounts().published(nobody));
    assertThrows(
        IllegalArgumentException.class,
        () -> store.accounts().write(nobody, _ -> staged(nobody, Change.NONE)));
  }

  @Test
  void secretsArePutAndErased() {
    SecretText text = SecretText.of("wJalrXUtnFEMI");
    store.accounts().write(ONE, _ -> staged(ONE, Change.NONE.andSecret(SECRET, text)));
    assertEquals(Optional.of(text), store.secrets().find(ONE, SECRET));
    assertTrue(store.secrets().find(TWO, SECRET).isEmpty());
    store.accounts().write(ONE, _ -> staged(ONE, Change.NONE.andErase(SECRET)));
    assertTrue(store.secrets().find(ONE, SECRET).isEmpty());
    assertEquals(3, account().version());
  }

  @Test
  void aSecretIsFoundByTheNextTransition() {
    SecretText text = SecretText.of("wJalrXUtnFEMI");
    store.accounts().write(ONE, _ -> staged(ONE, Change.NONE.andSecret(SECRET, text)));
    store
        .accounts()
        .write(
            ONE,
            _ -> {
              assertEquals(Optional.of(text), store.secrets().find(ONE, SECRET));
              return staged(ONE, Change.NONE);
            });
  }

  @Test
  void anAliasIsFoundOverAllAccountsAndFreedAgain() {
    put(store, ONE, settings("acme"));
    assertEquals(Optional.of(ONE), store.accounts().accountWithAlias("acme"));
    put(store, ONE, settings("apex"));
    assertTrue(store.accounts().accountWithAlias("acme").isEmpty());
    put(store, TWO, settings("acme"));
    assertEquals(Optional.of(TWO), store.accounts().accountWithAlias("acme"));
    put(store, ONE, settings(null));
    assertTrue(store.accounts().accountWithAlias("apex").isEmpty());
  }

  @Test
  void anAliasThatAnotherAccountHasIsRefused() {
    put(store, ONE, settings("acme"));
    assertThrows(IllegalStateException.class, () -> put(store, TWO, settings("acme")));
    assertEquals(1, store.accounts().published(TWO).home().version());
    assertEquals(Optional.of(ONE), store.accounts().accountWithAlias("acme"));
  }

  @Test
  void onlyAKeyIdFromOutsideIsForeign() {
    String own = new Ids(new Random(1)).accessKeyId(Ids.Prefix.AKIA, ONE);
    put(store, ONE, key(own, "AIDA1"), key("AKIAFOREIGN", "AIDA1"));
    assertTrue(store.accounts().accountOfForeignKey(own).isEmpty());
    assertEquals(Optional.of(ONE), store.accounts().accountOfForeignKey("AKIAFOREIGN"));
    assertThrows(IllegalStateException.class, () -> put(store, TWO, key("AKIAFOREIGN", "AIDA1")));
    store.accounts().write(ONE, _ -> staged(ONE, Change.remove(key("AKIAFOREIGN", "AIDA1").key())));
    assertTrue(store.accounts().accountOfForeignKey("AKIAFOREIGN").isEmpty());
  }

  @Test
  void aMarkIsClaimedOnce() {
    assertTrue(store.usedOnce().claim(ONE, "totp", "1", NOW));
    assertFalse(store.usedOnce().claim(ONE, "totp", "1", NOW));
    assertTrue(store.usedOnce().claim(ONE, "saml", "1", NOW));
    assertTrue(store.usedOnce().claim(TWO, "totp", "1", NOW));
    assertEquals(1, account().version());
  }

  @Test
  void aMarkThatIsTakenBackIsClaimedAgain() {
    assertTrue(store.usedOnce().claim(ONE, "totp", "2", NOW));
    assertTrue(store.usedOnce().claim(TWO, "totp", "2", NOW));
    store.usedOnce().release(ONE, "totp", "2");
    assertTrue(store.usedOnce().claim(ONE, "totp", "2", NOW));
    assertFalse(store.usedOnce().claim(TWO, "totp", "2", NOW));
  }

  @Test
  void theLatestUseCounts() {
    Activity.Use early = new Activity.Use(NOW, "iam", "us-east-1");
    Activity.Use late = new Activity.Use(NOW.plusSeconds(5), "sts", "eu-central-1");
    store.activity().record(ONE, Activity.Kind.ACCESS_KEY, "AKIA1", late);
    store.activity().record(ONE, Activity.Kind.ACCESS_KEY, "AKIA1", early);
    assertEquals(
        Optional.of(late), store.activity().lastUse(ONE, Activity.Kind.ACCESS_KEY, "AKIA1"));
    assertTrue(store.activity().lastUse(TWO, Activity.Kind.ACCESS_KEY, "AKIA1").isEmpty());
    assertTrue(store.activity().lastUse(ONE, Activity.Kind.ROLE, "AKIA1").isEmpty());
  }

  @Test
  void actionsOfAPrincipalAreThoseItHasTried() {
    Activity.Use early = new Activity.Use(NOW, "iam", "us-east-1");
    Activity.Use late = new Activity.Use(NOW.plusSeconds(5), "iam", "us-east-1");
    for (Activity.Use use : List.of(early, late)) {
      store
          .activity()
          .record(ONE, Activity.Kind.ACTION, Activity.actionId("AIDA1", "iam:GetUser"), use);
    }
    store
        .activity()
        .record(ONE, Activity.Kind.ACTION, Activity.actionId("AIDA1", "iam:GetRole"), early);
    assertEquals(
        Map.of("iam:GetUser", late, "iam:GetRole", early),
        store.activity().actionsOf(ONE, "AIDA1"));
    assertEquals(Map.of(), store.activity().actionsOf(ONE, "AIDA10"));
    assertEquals(Map.of(), store.activity().actionsOf(TWO, "AIDA1"));
  }

  @Test
  void eventsAreReadBackByAccountFromATimeOn() {
    AuditEvent first = event(ONE, "ListUsers", NOW.plusSeconds(1));
    AuditEvent second = event(ONE, "GetUser", NOW.plusSeconds(2));
    AuditEvent nobodys = event(null, "GetUser", NOW.plusSeconds(2));
    List.of(first, second, nobodys).forEach(store.auditLog()::append);
    AuditTrail trail = store.auditTrail();
    assertEquals(List.of(first, second), trail.events(ONE, NOW.plusSeconds(1), 10));
    assertEquals(List.of(second), trail.events(ONE, NOW.plusSeconds(2), 10));
    assertEquals(List.of(first), trail.events(ONE, NOW.plusSeconds(1), 1));
    assertEquals(List.of(nobodys), trail.events(null, NOW, 10));
  }

  private Account account() {
    return store.accounts().published(ONE).home();
  }
}

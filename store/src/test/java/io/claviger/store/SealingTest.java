package io.claviger.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.SecretName;
import io.claviger.base.SecretText;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SealingTest {

  private static final SecretName NAME = new SecretName(SecretName.Kind.ACCESS_KEY, "AKIA1");
  private static final SecretText TEXT = SecretText.of("wJalrXUtnFEMI/K7MDENG ü");

  private final SecureRandom random = new SecureRandom();
  private final KeyEncryptionKey kek = KeyEncryptionKey.random(random);
  private final DataKey one = kek.newDataKey(Samples.ONE);
  private final Sealed sealed = one.seal(NAME, TEXT);

  @Test
  void whatIsSealedOpensAgainAlsoUnderTheUnwrappedKey() {
    assertEquals(TEXT, one.open(NAME, sealed));
    assertEquals(TEXT, kek.unwrap(Samples.ONE, one.wrapped()).open(NAME, sealed));
  }

  @Test
  void oneTextIsNeverSealedAlike() {
    assertNotEquals(sealed, one.seal(NAME, TEXT));
  }

  @Test
  void Abuse_119_aSecretOpensUnderNoOtherNamePurposeOrAccount() {
    assertThrows(
        StoreFailure.class,
        () -> one.open(new SecretName(SecretName.Kind.ACCESS_KEY, "AKIA2"), sealed));
    assertThrows(
        StoreFailure.class,
        () -> one.open(new SecretName(SecretName.Kind.PASSWORD, "AKIA1"), sealed));
    assertThrows(StoreFailure.class, () -> kek.newDataKey(Samples.TWO).open(NAME, sealed));
    assertThrows(StoreFailure.class, () -> kek.unwrap(Samples.TWO, one.wrapped()));
    assertThrows(
        StoreFailure.class,
        () -> KeyEncryptionKey.random(random).unwrap(Samples.ONE, one.wrapped()));
  }

  @Test
  void Abuse_119_noAlteredOrShortenedTextOpens() {
    byte[] bytes = sealed.bytes();
    for (int i = 0; i < bytes.length; i++) {
      byte[] altered = bytes.clone();
      altered[i] ^= 1;
      assertThrows(StoreFailure.class, () -> one.open(NAME, Sealed.of(altered)), "byte " + i);
      byte[] shortened = Arrays.copyOf(bytes, i);
      assertThrows(StoreFailure.class, () -> one.open(NAME, Sealed.of(shortened)), "length " + i);
    }
  }

  @Test
  void partsOfAContextDoNotRunTogether() {
    Sealing sealing = new Sealing(new javax.crypto.spec.SecretKeySpec(new byte[32], "AES"), random);
    Sealed text = sealing.seal(new byte[] {1}, List.of("a", "bc"));
    assertArrayEquals(new byte[] {1}, sealing.open(text, List.of("a", "bc")));
    assertThrows(StoreFailure.class, () -> sealing.open(text, List.of("ab", "c")));
    assertThrows(StoreFailure.class, () -> sealing.open(text, List.of("a", "bc", "")));
  }

  @Test
  void aTokenKeyOpensUnderItsIdAndDateOnly() {
    Sealed key = kek.newTokenKey(1, Samples.NOW);
    assertEquals(32, kek.openTokenKey(1, Samples.NOW, key).getEncoded().length);
    assertThrows(StoreFailure.class, () -> kek.openTokenKey(2, Samples.NOW, key));
    assertThrows(StoreFailure.class, () -> kek.openTokenKey(1, Samples.NOW.plusSeconds(1), key));
  }

  @Test
  void aProofIsKnownByItsKeyOnly() {
    assertTrue(kek.hasMade(kek.newProof()));
    assertFalse(KeyEncryptionKey.random(random).hasMade(kek.newProof()));
  }

  @Test
  void aMessageHoldsNoSecret() {
    StoreFailure failure =
        assertThrows(
            StoreFailure.class,
            () -> one.open(new SecretName(SecretName.Kind.PASSWORD, "AKIA1"), sealed));
    assertFalse(failure.toString().contains("wJalr"));
    assertFalse(sealed.toString().contains("wJalr"));
  }
}

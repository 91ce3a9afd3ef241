package io.claviger.account;

import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// Makes ids and secrets in the forms that AWS gives them.
///
/// Access key ids carry the account: after the four-letter prefix stand 10 bytes in base32, whose
/// first 40 bits after the leading one are the account number. So any node finds the account from
/// the key id alone.
///
/// AWS rule: IAM User Guide, "IAM identifiers", "Unique identifiers".
public final class Ids {

  private static final int UNIQUE_LENGTH = 17;
  private static final int CERTIFICATE_LENGTH = 32;
  private static final int KEY_BITS = 80;
  private static final int ACCOUNT_SHIFT = 7;
  private static final int SECRET_BYTES = 30;
  private static final int PASSWORD_BYTES = 32;
  private static final int TIME_BYTES = 6;

  private final RandomGenerator random;

  /// @param random a cryptographically strong source; in tests a seeded one
  public Ids(RandomGenerator random) {
    this.random = random;
  }

  /// The prefixes of unique ids.
  public enum Prefix {
    /// User.
    AIDA,
    /// Group.
    AGPA,
    /// Role.
    AROA,
    /// Managed policy.
    ANPA,
    /// Instance profile.
    AIPA,
    /// Service-specific credential.
    ACCA,
    /// SSH public key.
    APKA,
    /// Server certificate.
    ASCA,
    /// Long-term access key.
    AKIA,
    /// Temporary access key.
    ASIA,
    /// SAML provider.
    SAMLSP,
    /// Private key of a SAML provider.
    SAMLPK
  }

  /// A unique id: the prefix and 17 characters, `AIDA…`.
  public String uniqueId(Prefix prefix) {
    return prefix.name() + randomBase32(UNIQUE_LENGTH);
  }

  /// An access key id of 20 characters that carries the account. So does the id of an SSH public
  /// key, which is the user name in SSH.
  public String accessKeyId(Prefix prefix, AccountId account) {
    // 80 bits: a leading one, 40 bits of account number, 39 random bits.
    long high =
        (1L << 47) | (account.number() << ACCOUNT_SHIFT) | random.nextInt(1 << ACCOUNT_SHIFT);
    long low = random.nextLong() & 0xFFFF_FFFFL;
    StringBuilder id = new StringBuilder(prefix.name());
    for (int bit = KEY_BITS - Base32.CHAR_BITS; bit >= 0; bit -= Base32.CHAR_BITS) {
      id.append(Base32.character((int) (shifted(high, low, bit) & 31)));
    }
    return id.toString();
  }

  /// The account that an access key id of this form carries; empty for ids of any other form.
  public static Optional<AccountId> accountOf(String accessKeyId) {
    if (accessKeyId.length() != 20) {
      return Optional.empty();
    }
    long bits = 0;
    for (int i = 4; i < 14; i++) {
      int value = Base32.value(accessKeyId.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      bits = (bits << Base32.CHAR_BITS) | value;
    }
    // Ten characters are 50 bits: the leading one, the account's 40, and 9 more.
    long number = (bits >> 9) & 0xFF_FFFF_FFFFL;
    boolean ours = bits >> 49 == 1 && number <= 999_999_999_999L;
    return ours ? Optional.of(AccountId.of(number)) : Optional.empty();
  }

  /// A secret access key of 40 characters.
  public SecretText secretAccessKey() {
    return SecretText.of(Base64.getEncoder().encodeToString(bytes(SECRET_BYTES)));
  }

  /// The id of a signing certificate: 32 characters in base32.
  public String certificateId() {
    return randomBase32(CERTIFICATE_LENGTH);
  }

  /// The password of a service-specific credential, of 44 characters.
  public SecretText servicePassword() {
    return SecretText.of(Base64.getEncoder().encodeToString(bytes(PASSWORD_BYTES)));
  }

  /// A request or event id.
  public String uuid() {
    byte[] bytes = bytes(16);
    bytes[6] = (byte) ((bytes[6] & 0x0F) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3F) | 0x80);
    return new UUID(toLong(bytes, 0), toLong(bytes, 8)).toString();
  }

  /// A UUID that begins with the time in milliseconds, so that those made later come later in
  /// order.
  public String timedUuid(Instant now) {
    byte[] bytes = bytes(16);
    long millis = now.toEpochMilli();
    for (int i = 0; i < TIME_BYTES; i++) {
      bytes[i] = (byte) (millis >>> (8 * (TIME_BYTES - 1 - i)));
    }
    bytes[6] = (byte) ((bytes[6] & 0x0F) | 0x70);
    bytes[8] = (byte) ((bytes[8] & 0x3F) | 0x80);
    return new UUID(toLong(bytes, 0), toLong(bytes, 8)).toString();
  }

  /// That many random bytes.
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String randomBase32(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(Base32.character(random.nextInt(1 << Base32.CHAR_BITS)));
    }
    return text.toString();
  }

  private static long shifted(long high, long low, int bit) {
    return bit >= 32 ? high >>> (bit - 32) : (high << (32 - bit)) | (low >>> bit);
  }

  private static long toLong(byte[] bytes, int from) {
    long result = 0;
    for (int i = from; i < from + 8; i++) {
      result = (result << 8) | (bytes[i] & 0xFF);
    }
    return result;
  }
}

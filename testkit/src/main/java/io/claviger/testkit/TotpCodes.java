package io.claviger.testkit;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A virtual MFA device, written from RFC 6238 apart from the server's.
public final class TotpCodes {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private TotpCodes() {}

  /// What a device with this seed, in base32 of whole bytes, shows at an instant.
  public static String at(String seed, Instant now) {
    BigInteger bits = BigInteger.ZERO;
    for (int i = 0; i < seed.length(); i++) {
      bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(seed.charAt(i))));
    }
    byte[] signed = bits.toByteArray();
    byte[] key = new byte[seed.length() * 5 / 8];
    int length = Math.min(key.length, signed.length);
    System.arraycopy(signed, signed.length - length, key, key.length - length, length);
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key, "RAW"));
      byte[] step = ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array();
      ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(step));
      int number = hash.getInt(hash.get(19) & 15) & Integer.MAX_VALUE;
      return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.claviger.store;

import io.claviger.account.EntityKey;
import io.claviger.account.SecretName;
import io.claviger.base.AccountId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;

/// Tags the rows of one account, so that an altered row is found when it is read, and seals the set
/// of them, so that a missing, added or older one is.
///
/// A row's HMAC-SHA256 has two halves. The first stands beside the row; the second is added to a
/// tally over all rows and shown nowhere, so that nobody can choose other rows of the same sum. The
/// account's seal is an HMAC over its version and the tally. What is not found is a whole account
/// that is put back to an earlier state with its seal. Not safe for use by many threads.
final class RowTags {

  private static final int HALF = 16;

  private final Mac mac;
  private final String account;
  private long high;
  private long low;

  RowTags(AccountId account, DataKey key) {
    this.account = account.digits();
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(key.tagKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 does not start", e);
    }
  }

  /// A row as it is tagged.
  ///
  /// @param table keeps rows of different tables apart
  record Row(String table, String kind, String id, long version, String content) {

    static Row entity(EntityKey key, long version, String json) {
      return new Row("entity", key.kind().name(), key.id(), version, json);
    }

    static Row secret(SecretName name, long version, Sealed sealed) {
      String content = Base64.getEncoder().encodeToString(sealed.bytes());
      return new Row("secret", name.kind().name(), name.id(), version, content);
    }

    static Row change(long version, String json) {
      return new Row("account_change", "", "", version, json);
    }
  }

  /// Counts a row that is there now, and returns its tag.
  byte[] add(Row row) {
    ByteBuffer hash = ByteBuffer.wrap(hash(row));
    high += hash.getLong(HALF);
    low += hash.getLong(HALF + Long.BYTES);
    return tag(hash.array());
  }

  /// Counts a row that is there, if the tag is its own.
  boolean addIfTagged(Row row, byte[] tag) {
    return MessageDigest.isEqual(add(row), tag);
  }

  /// Counts a row no longer.
  void remove(Row row) {
    ByteBuffer hash = ByteBuffer.wrap(hash(row));
    high -= hash.getLong(HALF);
    low -= hash.getLong(HALF + Long.BYTES);
  }

  /// The tag of a row that is not counted.
  byte[] tagOnly(Row row) {
    return tag(hash(row));
  }

  /// The seal over the account's version and all rows that are counted.
  byte[] seal(long version) {
    return hash(new Row("account", "", "", version, high + " " + low));
  }

  private byte[] hash(Row row) {
    part(account);
    part(row.table());
    part(row.kind());
    part(row.id());
    mac.update(ByteBuffer.allocate(Long.BYTES).putLong(row.version()).flip());
    part(row.content());
    return mac.doFinal();
  }

  private void part(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    mac.update(bytes);
  }

  private static byte[] tag(byte[] hash) {
    return Arrays.copyOf(hash, HALF);
  }
}

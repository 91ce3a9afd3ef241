package io.claviger.access;

import io.claviger.account.Tags;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.base.SecretText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The binary form of what a session token holds, before it is packed and sealed.
///
/// In this order: the form's version (one byte), the kind (one byte: 1 assumed role, 2 session
/// token, 3 federation, 4 delegated), flags (one byte), the account's number and the times of issue
/// and expiry (eight bytes each, times in epoch seconds), the time of MFA if its flag is set, then
/// texts and lists. A text is its length in UTF-8 (two bytes) and its bytes; a list is its count
/// (two bytes) and its items. What limits the session, hence counts as packed policy, stands last.
final class TokenForm {

  private static final byte VERSION = 1;

  private static final int HAS_MFA = 1;
  private static final int IS_CHAINED = 1 << 1;
  private static final int HAS_POLICY = 1 << 2;
  private static final int HAS_SOURCE_IDENTITY = 1 << 3;
  private static final int IS_FEDERATED = 1 << 4;
  private static final int HAS_DELEGATE = 1 << 5;

  private TokenForm() {}

  static byte[] write(String accessKeyId, SecretText secret, Session session) {
    return bytes(out -> {
      out.writeByte(VERSION);
      out.writeByte(code(session.kind()));
      out.writeByte(flags(session));
      out.writeLong(session.account().number());
      out.writeLong(session.issuedAt().getEpochSecond());
      out.writeLong(session.expiresAt().getEpochSecond());
      Instant mfa = session.mfaAuthenticatedAt();
      if (mfa != null) {
        out.writeLong(mfa.getEpochSecond());
      }
      text(out, accessKeyId);
      text(out, secret.reveal());
      text(out, session.principalId());
      text(out, session.principalArn().toString());
      text(out, session.sessionName());
      textIfAny(out, session.sourceIdentity());
      limits(out, session);
      Federation federation = session.federation();
      if (federation != null) {
        text(out, federation.provider());
        list(out, List.copyOf(new TreeMap<>(federation.keys()).entrySet()), TokenForm::key);
      }
      AccountId delegate = session.delegate();
      if (delegate != null) {
        out.writeLong(delegate.number());
      }
    });
  }

  private static void key(DataOutputStream out, Map.Entry<String, String> key) throws IOException {
    text(out, key.getKey());
    text(out, key.getValue());
  }

  private static Federation federation(DataInputStream in) throws IOException {
    String provider = text(in);
    Map<String, String> keys = new TreeMap<>();
    for (Map.Entry<String, String> key : list(in, item -> Map.entry(text(item), text(item)))) {
      keys.put(key.getKey(), key.getValue());
    }
    return new Federation(provider, keys);
  }

  /// The part that counts as packed policy: session policies and tags.
  static byte[] writeLimits(Session session) {
    return bytes(out -> limits(out, session));
  }

  /// What was written; empty where the bytes are of no form that this version knows.
  static Optional<OpenedToken.Valid> read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        return Optional.empty();
      }
      OpenedToken.Valid token = read(in);
      return in.read() < 0 ? Optional.of(token) : Optional.empty();
    } catch (IOException | IllegalArgumentException _) {
      // Ends early, or a value that no session has.
      return Optional.empty();
    }
  }

  private static OpenedToken.Valid read(DataInputStream in) throws IOException {
    Session.Kind kind = kind(in.readByte());
    int flags = in.readByte();
    AccountId account = AccountId.of(in.readLong());
    Instant issued = Instant.ofEpochSecond(in.readLong());
    Instant expires = Instant.ofEpochSecond(in.readLong());
    Instant mfa = (flags & HAS_MFA) != 0 ? Instant.ofEpochSecond(in.readLong()) : null;
    String accessKeyId = text(in);
    SecretText secret = SecretText.of(text(in));
    String principalId = text(in);
    Arn principalArn = Arn.parse(text(in));
    String name = text(in);
    String sourceIdentity = (flags & HAS_SOURCE_IDENTITY) != 0 ? text(in) : null;
    String policy = (flags & HAS_POLICY) != 0 ? text(in) : null;
    List<Arn> policyArns = list(in, item -> Arn.parse(text(item)));
    List<Tags.Tag> tags = list(in, item -> new Tags.Tag(text(item), text(item)));
    List<String> transitiveKeys = list(in, TokenForm::text);
    Federation federation = (flags & IS_FEDERATED) != 0 ? federation(in) : null;
    AccountId delegate = (flags & HAS_DELEGATE) != 0 ? AccountId.of(in.readLong()) : null;
    return new OpenedToken.Valid(
        accessKeyId,
        secret,
        new Session(
            kind,
            account,
            principalId,
            principalArn,
            name,
            issued,
            expires,
            policy,
            policyArns,
            new Tags(tags),
            transitiveKeys,
            sourceIdentity,
            mfa,
            (flags & IS_CHAINED) != 0,
            federation,
            delegate));
  }

  private static void limits(DataOutputStream out, Session session) throws IOException {
    textIfAny(out, session.inlinePolicy());
    list(out, session.policyArns(), (item, arn) -> text(item, arn.toString()));
    list(
        out,
        session.tags().all(),
        (item, tag) -> {
          text(item, tag.key());
          text(item, tag.value());
        });
    list(out, session.transitiveTagKeys(), TokenForm::text);
  }

  private static byte code(Session.Kind kind) {
    return switch (kind) {
      case ASSUMED_ROLE -> 1;
      case SESSION_TOKEN -> 2;
      case FEDERATION -> 3;
      case DELEGATED -> 4;
    };
  }

  private static Session.Kind kind(byte code) {
    return switch (code) {
      case 1 -> Session.Kind.ASSUMED_ROLE;
      case 2 -> Session.Kind.SESSION_TOKEN;
      case 3 -> Session.Kind.FEDERATION;
      case 4 -> Session.Kind.DELEGATED;
      default -> throw new IllegalArgumentException("No kind of session: " + code);
    };
  }

  private static int flags(Session session) {
    return (session.hasMfa() ? HAS_MFA : 0)
        | (session.isChained() ? IS_CHAINED : 0)
        | (session.inlinePolicy() != null ? HAS_POLICY : 0)
        | (session.sourceIdentity() != null ? HAS_SOURCE_IDENTITY : 0)
        | (session.federation() != null ? IS_FEDERATED : 0)
        | (session.delegate() != null ? HAS_DELEGATE : 0);
  }

  private static void textIfAny(DataOutputStream out, @Nullable String text) throws IOException {
    if (text != null) {
      text(out, text);
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    count(out, bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readUnsignedShort()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static <T> void list(DataOutputStream out, List<T> items, ItemWriter<T> writer)
      throws IOException {
    count(out, items.size());
    for (T item : items) {
      writer.write(out, item);
    }
  }

  private static <T> List<T> list(DataInputStream in, ItemReader<T> reader) throws IOException {
    int count = in.readUnsignedShort();
    List<T> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(reader.read(in));
    }
    return items;
  }

  private static void count(DataOutputStream out, int count) throws IOException {
    if (count > 0xFFFF) {
      throw new IllegalStateException("Too large for a session token: " + count);
    }
    out.writeShort(count);
  }

  private static byte[] bytes(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  private interface ItemWriter<T> {
    void write(DataOutputStream out, T item) throws IOException;
  }

  private interface ItemReader<T> {
    T read(DataInputStream in) throws IOException;
  }
}

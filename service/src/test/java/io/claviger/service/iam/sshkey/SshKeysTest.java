package io.claviger.service.iam.sshkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Ids;
import io.claviger.service.InMemoryIam;
import io.claviger.testkit.TestCertificates;
import io.claviger.wire.ServiceError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.RSAKeyParameters;
import org.bouncycastle.crypto.util.OpenSSHPublicKeyUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.EncodingType;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.GetSshPublicKeyResponse;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysRequest;
import software.amazon.awssdk.services.iam.model.ListSshPublicKeysResponse;
import software.amazon.awssdk.services.iam.model.SSHPublicKey;
import software.amazon.awssdk.services.iam.model.SSHPublicKeyMetadata;
import software.amazon.awssdk.services.iam.model.UpdateSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyRequest;
import software.amazon.awssdk.services.iam.model.UploadSshPublicKeyResponse;

class SshKeysTest {

  /// What `ssh-keygen -t rsa -b 2048` has made.
  private static final String EXAMPLE = resource("example.pub");

  /// What `ssh-keygen -e -m PKCS8` makes of it.
  private static final String EXAMPLE_PEM = resource("example.pem");

  /// What `ssh-keygen -l -E md5` prints of it.
  private static final String FINGERPRINT = "66:a8:be:ef:c4:a3:09:cf:4c:88:be:13:05:54:db:b8";

  private static final RSAPublicKey KEY = rsa(2_048);

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void createUsers() {
    iam.call(CreateUserRequest.builder().userName("bob").build());
    iam.call(CreateUserRequest.builder().userName("eve").build());
  }

  private static String resource(String name) {
    try (InputStream in = SshKeysTest.class.getResourceAsStream(name)) {
      assertNotNull(in, name);
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RSAPublicKey rsa(int bits) {
    return (RSAPublicKey) TestCertificates.keys("RSA", bits).getPublic();
  }

  private static byte[] blob(BigInteger modulus, BigInteger exponent) {
    try {
      return OpenSSHPublicKeyUtil.encodePublicKey(new RSAKeyParameters(false, modulus, exponent));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ssh(RSAPublicKey key) {
    return ssh(blob(key.getModulus(), key.getPublicExponent()));
  }

  private static String ssh(byte[] blob) {
    return "ssh-rsa " + Base64.getEncoder().encodeToString(blob);
  }

  private static String pem(PublicKey key) {
    return TestCertificates.publicKeyPem(key);
  }

  private static UploadSshPublicKeyRequest upload(String user, String body) {
    return UploadSshPublicKeyRequest.builder().userName(user).sshPublicKeyBody(body).build();
  }

  private SSHPublicKey uploaded(String user, String body) {
    return iam.call(upload(user, body), UploadSshPublicKeyResponse.class).sshPublicKey();
  }

  private static GetSshPublicKeyRequest get(String user, String id, EncodingType encoding) {
    return GetSshPublicKeyRequest.builder()
        .userName(user)
        .sshPublicKeyId(id)
        .encoding(encoding)
        .build();
  }

  private SSHPublicKey got(String id, EncodingType encoding) {
    return iam.call(get("bob", id, encoding), GetSshPublicKeyResponse.class).sshPublicKey();
  }

  private static UpdateSshPublicKeyRequest update(String user, String id, String status) {
    return UpdateSshPublicKeyRequest.builder()
        .userName(user)
        .sshPublicKeyId(id)
        .status(status)
        .build();
  }

  private static DeleteSshPublicKeyRequest delete(String user, String id) {
    return DeleteSshPublicKeyRequest.builder().userName(user).sshPublicKeyId(id).build();
  }

  private List<SSHPublicKeyMetadata> list(InMemoryIam caller, @Nullable String user) {
    return caller
        .call(
            ListSshPublicKeysRequest.builder().userName(user).build(),
            ListSshPublicKeysResponse.class)
        .sshPublicKeys();
  }

  @Test
  void newKeyIsActiveAndLosesItsComment() {
    SSHPublicKey key = uploaded("bob", EXAMPLE);
    assertEquals("bob", key.userName());
    assertTrue(key.sshPublicKeyId().matches("APKA[A-Z2-7]{16}"), key.sshPublicKeyId());
    assertEquals(Optional.of(InMemoryIam.ACCOUNT), Ids.accountOf(key.sshPublicKeyId()));
    assertEquals(EXAMPLE.substring(0, EXAMPLE.indexOf(" bob@")), key.sshPublicKeyBody());
    assertEquals(FINGERPRINT, key.fingerprint());
    assertEquals("Active", key.statusAsString());
    assertEquals(iam.now(), key.uploadDate());
    assertEquals(key, got(key.sshPublicKeyId(), EncodingType.SSH));
  }

  @Test
  void keyIsTakenAndGivenInBothEncodings() {
    String id = uploaded("bob", EXAMPLE_PEM).sshPublicKeyId();
    assertEquals(FINGERPRINT, got(id, EncodingType.SSH).fingerprint());
    assertTrue(EXAMPLE.startsWith(got(id, EncodingType.SSH).sshPublicKeyBody()));
    assertEquals(EXAMPLE_PEM, got(id, EncodingType.PEM).sshPublicKeyBody());
  }

  static Stream<String> otherEncodings() {
    return Stream.of(
        "file://id_rsa.pub",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINI/A5V/RYuPbn7L/t1efdsQ/cakUXKRu7KYpBZuQavw x",
        "ssh-rsa",
        EXAMPLE + EXAMPLE,
        EXAMPLE_PEM + EXAMPLE_PEM,
        "---- BEGIN SSH2 PUBLIC KEY ----\nAAAA\n---- END SSH2 PUBLIC KEY ----");
  }

  @ParameterizedTest
  @MethodSource("otherEncodings")
  void textInAnotherEncodingIsRefused(String body) {
    assertEquals("UnrecognizedPublicKeyEncoding", iam.error(upload("bob", body)).code());
  }

  static Stream<String> badKeys() {
    BigInteger n = KEY.getModulus();
    byte[] good = blob(n, KEY.getPublicExponent());
    byte[] more = Arrays.copyOf(good, good.length + 1);
    byte[] less = Arrays.copyOf(good, good.length - 1);
    byte[] huge = good.clone();
    huge[0] = 0x7F;
    byte[] negative = good.clone();
    negative[0] = (byte) 0xFF;
    byte[] other = good.clone();
    other[4] = 'x';
    byte[] negativeModulus = good.clone();
    // The zero byte that says that the modulus is positive.
    negativeModulus[good.length - 257] = (byte) 0x80;
    return Stream.of(
        ssh(rsa(1_024)),
        pem(rsa(2_047)),
        pem(TestCertificates.keys("EC", 256).getPublic()),
        pem(KEY).replace("PUBLIC KEY", "PRIVATE KEY"),
        ssh(more),
        ssh(less),
        ssh(huge),
        ssh(negative),
        ssh(other),
        ssh(negativeModulus),
        ssh(blob(n, BigInteger.ONE)),
        "ssh-rsa AAAA",
        "ssh-rsa A*AA");
  }

  @ParameterizedTest
  @MethodSource("badKeys")
  void keyThatIsDamagedShortOrOfAnotherKindIsRefused(String body) {
    ServiceError error = iam.error(upload("bob", body));
    assertEquals("InvalidPublicKey", error.code());
    assertEquals(400, error.status());
  }

  @Test
  void sameKeyIsRefusedForTheUserInWhateverEncodingButNotForAnother() {
    uploaded("bob", EXAMPLE);
    assertEquals("DuplicateSSHPublicKey", iam.error(upload("bob", EXAMPLE_PEM)).code());
    uploaded("eve", EXAMPLE);
  }

  @Test
  void sixthKeyIsRefused() {
    for (int i = 0; i < 5; i++) {
      // Not good for anything, but each another.
      uploaded("bob", ssh(blob(KEY.getModulus(), BigInteger.valueOf(65_537 + 2L * i))));
    }
    assertEquals(
        "Cannot exceed quota for SSHPublicKeysPerUser: 5",
        iam.error(upload("bob", EXAMPLE)).message());
  }

  @Test
  void keyIsDeactivatedAndDeletedAndStandsInTheWayOfTheUsersDeletion() {
    String id = uploaded("bob", EXAMPLE).sshPublicKeyId();
    iam.call(update("bob", id, "Inactive"));
    assertEquals("Inactive", list(iam, "bob").getFirst().statusAsString());
    assertEquals("InvalidInput", iam.error(update("bob", id, "Expired")).code());
    DeleteUserRequest bob = DeleteUserRequest.builder().userName("bob").build();
    assertEquals(
        "Cannot delete entity, must remove referenced objects first.", iam.error(bob).message());
    iam.call(delete("bob", id));
    assertEquals(
        "The SSH Public Key with id " + id + " cannot be found.",
        iam.error(get("bob", id, EncodingType.SSH)).message());
    iam.call(bob);
  }

  @Test
  void keysAreListedForTheUserThatIsNamedOrCalls() {
    String id = uploaded("bob", EXAMPLE).sshPublicKeyId();
    assertEquals(id, list(iam, "bob").getFirst().sshPublicKeyId());
    assertEquals(id, list(iam.asUser("bob"), null).getFirst().sshPublicKeyId());
    assertEquals(List.of(), list(iam, "eve"));
    assertEquals(List.of(), list(iam, null));
    assertEquals(
        "The user with name none cannot be found.", iam.error(upload("none", EXAMPLE)).message());
  }

  /// The right to manage one's own keys reaches no other user's.
  @Test
  void Abuse_050_keyOfAnotherUserIsOutOfReach() {
    String id = uploaded("bob", EXAMPLE).sshPublicKeyId();
    assertEquals("NoSuchEntity", iam.error(get("eve", id, EncodingType.SSH)).code());
    assertEquals("NoSuchEntity", iam.error(update("eve", id, "Inactive")).code());
    assertEquals("NoSuchEntity", iam.error(delete("eve", id)).code());
    iam.call(delete("bob", id));
  }
}

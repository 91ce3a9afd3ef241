package io.claviger.service.iam.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.account.SecretName;
import io.claviger.service.InMemoryIam;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestCertificates.Issued;
import io.claviger.wire.ServiceError;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.iam.model.DeleteServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.GetServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.GetServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsResponse;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificatesResponse;
import software.amazon.awssdk.services.iam.model.ServerCertificate;
import software.amazon.awssdk.services.iam.model.ServerCertificateMetadata;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UntagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UpdateServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateResponse;

class ServerCertificatesTest {

  private static final TestCertificates MAKER = new TestCertificates(InMemoryIam.START);
  private static final Issued SELF = MAKER.selfSigned("www.example.com");
  private static final Issued ROOT = MAKER.authority("Root");
  private static final Issued MIDDLE = MAKER.authority("Middle", ROOT);
  private static final Issued LEAF = MAKER.issued("leaf.example.com", MIDDLE);
  private static final Tag TAG = Tag.builder().key("team").value("web").build();

  private final InMemoryIam iam = new InMemoryIam();

  private static UploadServerCertificateRequest.Builder upload(String name, Issued issued) {
    return UploadServerCertificateRequest.builder()
        .serverCertificateName(name)
        .certificateBody(issued.pem())
        .privateKey(issued.keyPem());
  }

  private ServerCertificate get(String name) {
    return iam.call(
            GetServerCertificateRequest.builder().serverCertificateName(name).build(),
            GetServerCertificateResponse.class)
        .serverCertificate();
  }

  @Test
  void uploadAnswersWithWhatIsKeptButForTheKey() {
    UploadServerCertificateResponse answer =
        iam.call(
            upload("www", SELF).path("/cloudfront/").tags(TAG).build(),
            UploadServerCertificateResponse.class);
    ServerCertificateMetadata shown = answer.serverCertificateMetadata();
    assertEquals("www", shown.serverCertificateName());
    assertEquals("/cloudfront/", shown.path());
    assertTrue(shown.serverCertificateId().matches("ASCA[A-Z2-7]{17}"), shown::toString);
    assertEquals("arn:aws:iam::111122223333:server-certificate/cloudfront/www", shown.arn());
    assertEquals(iam.now(), shown.uploadDate());
    assertEquals(InMemoryIam.START.plus(Duration.ofDays(365)), shown.expiration());
    assertEquals(List.of(TAG), answer.tags());
    ServerCertificate whole = get("WWW");
    assertEquals(shown, whole.serverCertificateMetadata());
    assertEquals(SELF.pem().strip(), whole.certificateBody());
    assertNull(whole.certificateChain());
    assertEquals(List.of(TAG), whole.tags());
  }

  @Test
  void privateKeyIsASecretThatGoesWithTheCertificate() {
    iam.call(upload("www", SELF).build());
    String id = iam.account().serverCertificates().named("www").orElseThrow().id();
    var name = new SecretName(SecretName.Kind.SERVER_CERTIFICATE, id);
    assertEquals(SELF.keyPem().strip(), iam.secret(name).orElseThrow().reveal());
    assertFalse(iam.account().entities().toString().contains("PRIVATE KEY"));
    iam.call(DeleteServerCertificateRequest.builder().serverCertificateName("www").build());
    assertTrue(iam.secret(name).isEmpty());
    assertEquals(
        "NoSuchEntity",
        iam.error(GetServerCertificateRequest.builder().serverCertificateName("www").build())
            .code());
  }

  static Stream<Arguments> goodKeys() {
    return Stream.of(
        Arguments.of("RSA", 1_024),
        Arguments.of("RSA", 3_072),
        Arguments.of("EC", 256),
        Arguments.of("EC", 384),
        Arguments.of("EC", 521));
  }

  @ParameterizedTest
  @MethodSource("goodKeys")
  void keysOfEverySupportedKindAreTakenInBothForms(String algorithm, int bits) {
    Issued issued = MAKER.selfSigned("www", TestCertificates.keys(algorithm, bits));
    iam.call(upload("modern", issued).build());
    String old = issued.traditionalKeyPem();
    assertTrue(old.startsWith("-----BEGIN " + algorithm + " PRIVATE KEY-----"), old);
    iam.call(upload("old", issued).privateKey(old).build());
    // What `openssl ecparam -genkey` writes first.
    String parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    iam.call(upload("openssl", issued).privateKey(parameters + old).build());
  }

  @Test
  void chainIsTakenWithAndWithoutItsRoot() {
    iam.call(upload("short", LEAF).certificateChain(MIDDLE.pem()).build());
    String whole = MIDDLE.pem() + "\r\n" + ROOT.pem();
    iam.call(upload("whole", LEAF).certificateChain(whole).build());
    assertEquals(whole.strip(), get("whole").certificateChain());
  }

  static Stream<Arguments> brokenChains() {
    Issued other = MAKER.authority("Other");
    Issued impostor = MAKER.authority("Root");
    Issued unfit = MAKER.issued("unfit", ROOT);
    Issued late =
        MAKER.issued(
            "late",
            MIDDLE,
            InMemoryIam.START.minus(Duration.ofDays(2)),
            InMemoryIam.START.minus(Duration.ofDays(1)));
    Issued early =
        MAKER.issued(
            "early",
            MIDDLE,
            InMemoryIam.START.plus(Duration.ofMinutes(1)),
            InMemoryIam.START.plus(Duration.ofDays(1)));
    return Stream.of(
        Arguments.of("of another authority", LEAF, other.pem(), -1),
        Arguments.of("of one with the same name", LEAF, MIDDLE.pem() + impostor.pem(), 1),
        Arguments.of("in the wrong order", LEAF, ROOT.pem() + MIDDLE.pem(), -1),
        Arguments.of("that begins with the certificate", LEAF, LEAF.pem() + MIDDLE.pem(), 1),
        Arguments.of(
            "with one that may issue none", MAKER.issued("x", unfit), unfit.pem() + ROOT.pem(), 1),
        Arguments.of("of an expired certificate", late, MIDDLE.pem() + ROOT.pem(), 0),
        Arguments.of("of one to come", early, MIDDLE.pem() + ROOT.pem(), 0),
        Arguments.of("with text in it", LEAF, "Root:\n" + MIDDLE.pem(), -1),
        Arguments.of("that is none", LEAF, LEAF.keyPem(), -1),
        Arguments.of("that is very long", LEAF, ROOT.pem().repeat(11), 10));
  }

  @ParameterizedTest(name = "a chain {0}")
  @MethodSource("brokenChains")
  void chainIsRefused(String what, Issued issued, String chain, int index) {
    ServiceError error = iam.error(upload("www", issued).certificateChain(chain).build());
    assertEquals("MalformedCertificate", error.code(), what);
    assertTrue(error.message().endsWith("invalid certificate is: " + index), error.message());
  }

  static Stream<Arguments> badTexts() {
    String key = SELF.keyPem();
    String body = SELF.pem();
    String notPem = "Unable to parse certificate. Please ensure the certificate is in PEM format.";
    String notKey = "Invalid Private Key.";
    return Stream.of(
        Arguments.of("file://body.pem", key, notPem),
        Arguments.of(body + body, key, notPem),
        Arguments.of("CN=www\n" + body, key, notPem),
        Arguments.of(body.replace("-----END CERTIFICATE-----", ""), key, notPem),
        Arguments.of(body.replace("CERTIFICATE", "CERTIFICATE REQUEST"), key, notPem),
        Arguments.of(key, key, notPem),
        Arguments.of(withMore(body), key, notPem),
        Arguments.of(body, body, notKey),
        Arguments.of(body, key + key, notKey),
        Arguments.of(body, key.substring(0, 300), notKey),
        Arguments.of(body, key.replaceFirst("\n.", "\nx"), notKey),
        Arguments.of(body, key.replace("PRIVATE", "ENCRYPTED PRIVATE"), notKey),
        Arguments.of(body, key.replace("PRIVATE", "OPENSSH PRIVATE"), notKey),
        Arguments.of(body, encryptedOldWay(), notKey),
        Arguments.of(
            body, "-----BEGIN EC PRIVATE KEY-----\nMII=\n-----END EC PRIVATE KEY-----", notKey));
  }

  private static String encryptedOldWay() {
    return SELF.traditionalKeyPem()
        .replaceFirst("\n", "\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\n");
  }

  /// The certificate with a byte behind it in its block.
  private static String withMore(String pem) {
    byte[] der = Pem.parse(pem).orElseThrow().getFirst().der();
    byte[] more = Arrays.copyOf(der, der.length + 1);
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(more)
        + "\n-----END CERTIFICATE-----";
  }

  @ParameterizedTest
  @MethodSource("badTexts")
  void textThatIsNoCertificateOrNoPlainKeyIsRefused(String body, String key, String message) {
    ServiceError error =
        iam.error(upload("www", SELF).certificateBody(body).privateKey(key).build());
    assertEquals("MalformedCertificate", error.code());
    assertEquals(message, error.message());
  }

  @Test
  void keyThatIsAnothersIsRefused() {
    KeyPair elliptic = TestCertificates.keys("EC", 256);
    List<Issued> others =
        List.of(
            ROOT,
            MAKER.selfSigned("ec", elliptic),
            MAKER.selfSigned("ec", TestCertificates.keys("EC", 384)));
    for (Issued other : others) {
      assertEquals(
          "KeyPairMismatch",
          iam.error(upload("www", SELF).privateKey(other.keyPem()).build()).code());
    }
    Issued ec = MAKER.selfSigned("ec", elliptic);
    for (Issued other : List.of(SELF, others.get(2))) {
      assertEquals(
          "KeyPairMismatch",
          iam.error(upload("www", ec).privateKey(other.keyPem()).build()).code());
    }
  }

  @Test
  void keyOfAnotherKindOrSizeIsRefused() {
    for (KeyPair keys :
        List.of(TestCertificates.keys("RSA", 512), TestCertificates.keys("Ed25519", 255))) {
      Issued issued = MAKER.selfSigned("www", keys);
      ServiceError error = iam.error(upload("www", issued).privateKey(SELF.keyPem()).build());
      assertEquals("MalformedCertificate", error.code());
    }
  }

  @Test
  void certificateMustBeValidNow() {
    Duration year = Duration.ofDays(365);
    iam.advance(year);
    iam.call(upload("last-second", SELF).build());
    iam.advance(Duration.ofSeconds(1));
    assertEquals(
        "The certificate has expired or is not valid yet.",
        iam.error(upload("www", SELF).build()).message());
    iam.advance(year.multipliedBy(-2).minusSeconds(2));
    assertEquals("MalformedCertificate", iam.error(upload("www", SELF).build()).code());
  }

  @Test
  void nameIsTakenWhateverItsCaseAndThatIsToldBeforeTheTextsAreLookedAt() {
    iam.call(upload("www", SELF).build());
    ServiceError error = iam.error(upload("WWW", SELF).path("/x/").privateKey("none").build());
    assertEquals("EntityAlreadyExists", error.code());
    assertEquals("The Server Certificate with name WWW already exists.", error.message());
  }

  @Test
  void quotaOfServerCertificatesHoldsAndCanBeRaised() {
    IntStream.range(0, 20).forEach(i -> iam.call(upload("c" + i, SELF).build()));
    assertEquals(
        "Cannot exceed quota for ServerCertificatesPerAccount: 20",
        iam.error(upload("more", SELF).build()).message());
    InMemoryIam large = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.SERVER_CERTIFICATES, 21));
    IntStream.range(0, 21).forEach(i -> large.call(upload("c" + i, SELF).build()));
  }

  @Test
  void certificatesAreListedByNameUnderAPathInPages() {
    iam.call(upload("b", SELF).path("/cloudfront/").build());
    iam.call(upload("A", SELF).path("/cloudfront/eu/").build());
    iam.call(upload("c", SELF).build());
    assertEquals(List.of("A", "b", "c"), names(list(null, null, null)));
    assertEquals(List.of("A", "b"), names(list("/cloudfront", null, null)));
    ListServerCertificatesResponse first = list("/cloudfront/", 1, null);
    assertTrue(first.isTruncated());
    assertEquals(List.of("b"), names(list("/cloudfront/", 1, first.marker())));
  }

  private ListServerCertificatesResponse list(
      @Nullable String prefix, @Nullable Integer most, @Nullable String marker) {
    return iam.call(
        ListServerCertificatesRequest.builder()
            .pathPrefix(prefix)
            .maxItems(most)
            .marker(marker)
            .build(),
        ListServerCertificatesResponse.class);
  }

  private static List<String> names(ListServerCertificatesResponse answer) {
    return answer.serverCertificateMetadataList().stream()
        .map(ServerCertificateMetadata::serverCertificateName)
        .toList();
  }

  @Test
  void certificateIsRenamedAndMovedAndKeepsItsId() {
    iam.call(upload("www", SELF).build());
    String id = get("www").serverCertificateMetadata().serverCertificateId();
    iam.call(
        UpdateServerCertificateRequest.builder()
            .serverCertificateName("www")
            .newServerCertificateName("web")
            .newPath("/x/")
            .build());
    ServerCertificateMetadata renamed = get("web").serverCertificateMetadata();
    assertEquals(id, renamed.serverCertificateId());
    assertEquals("/x/", renamed.path());
    iam.call(upload("www", SELF).build());
    UpdateServerCertificateRequest.Builder again =
        UpdateServerCertificateRequest.builder().serverCertificateName("www");
    assertEquals(
        "EntityAlreadyExists", iam.error(again.newServerCertificateName("WEB").build()).code());
    iam.call(again.newServerCertificateName("WWW").build());
    assertEquals("NoSuchEntity", iam.error(again.serverCertificateName("none").build()).code());
  }

  @Test
  void certificateIsTagged() {
    iam.call(upload("www", SELF).build());
    iam.call(TagServerCertificateRequest.builder().serverCertificateName("www").tags(TAG).build());
    assertEquals(List.of(TAG), tags());
    iam.call(
        UntagServerCertificateRequest.builder()
            .serverCertificateName("www")
            .tagKeys("TEAM")
            .build());
    assertEquals(List.of(), tags());
    assertEquals(
        "Cannot exceed quota for TagsPerServerCertificate: 50",
        iam.error(
                TagServerCertificateRequest.builder()
                    .serverCertificateName("www")
                    .tags(
                        IntStream.range(0, 51)
                            .mapToObj(i -> Tag.builder().key("k" + i).value("").build())
                            .toList())
                    .build())
            .message());
  }

  private List<Tag> tags() {
    return iam.call(
            ListServerCertificateTagsRequest.builder().serverCertificateName("www").build(),
            ListServerCertificateTagsResponse.class)
        .tags();
  }
}

package io.claviger.service.iam.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.account.SecretName;
import io.claviger.base.SecretText;
import io.claviger.service.InMemoryIam;
import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestMetadata;
import io.claviger.wire.ServiceError;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.DeleteSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.GetSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProvidersResponse;
import software.amazon.awssdk.services.iam.model.SAMLPrivateKey;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UpdateSamlProviderResponse;

class SamlProvidersTest {

  private static final String ARN = "arn:aws:iam::111122223333:saml-provider/ADFS";
  private static final TestCertificate SIGNER = TestCertificate.selfSigned("idp.example.com");
  private static final String METADATA =
      TestMetadata.of("http://idp.example.com").signing(SIGNER).document();
  private static final String KEY = pem("RSA", 2048);
  private static final String OTHER_KEY = pem("RSA", 2048);

  private final InMemoryIam iam = new InMemoryIam();

  private static String pem(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder().encodeToString(der)
          + "\n-----END PRIVATE KEY-----";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static CreateSamlProviderRequest.Builder provider(String name) {
    return CreateSamlProviderRequest.builder().name(name).samlMetadataDocument(METADATA);
  }

  private String create(Consumer<CreateSamlProviderRequest.Builder> more) {
    return iam.call(provider("ADFS").applyMutation(more).build(), CreateSamlProviderResponse.class)
        .samlProviderArn();
  }

  private GetSamlProviderResponse get() {
    return iam.call(
        GetSamlProviderRequest.builder().samlProviderArn(ARN).build(),
        GetSamlProviderResponse.class);
  }

  private List<String> keyIds() {
    return get().privateKeyList().stream().map(SAMLPrivateKey::keyId).toList();
  }

  private static AwsRequest update(Consumer<UpdateSamlProviderRequest.Builder> more) {
    return UpdateSamlProviderRequest.builder().samlProviderArn(ARN).applyMutation(more).build();
  }

  private Optional<SecretText> secret(String keyId) {
    return iam.secret(new SecretName(SecretName.Kind.SAML_PRIVATE_KEY, keyId));
  }

  private void assertError(String code, String message, AwsRequest input) {
    ServiceError error = iam.error(input);
    assertEquals(code + ": " + message, error.code() + ": " + error.message());
  }

  @Test
  void providerIsShownAsItWasMade() {
    assertEquals(ARN, create(in -> in.tags(Tag.builder().key("team").value("blue").build())));
    GetSamlProviderResponse shown = get();
    assertEquals(METADATA, shown.samlMetadataDocument());
    assertEquals(iam.now(), shown.createDate());
    assertEquals(Instant.parse("2126-01-01T12:00:00Z"), shown.validUntil());
    assertEquals("blue", shown.tags().getFirst().value());
    assertTrue(shown.samlProviderUUID().matches("SAMLSP[A-Z2-7]{17}"), shown.samlProviderUUID());
    assertNull(shown.assertionEncryptionMode());
    assertEquals(List.of(), shown.privateKeyList());
  }

  @Test
  void endOfTheMetadataIsTheProviders() {
    String document =
        TestMetadata.of("http://idp.example.com")
            .signing(SIGNER)
            .attributes(" validUntil=\"2027-05-06T07:08:09.123Z\"")
            .document();
    create(in -> in.samlMetadataDocument(document));
    assertEquals(Instant.parse("2027-05-06T07:08:09Z"), get().validUntil());
    iam.call(update(in -> in.samlMetadataDocument(METADATA)));
    assertEquals(Instant.parse("2126-01-01T12:00:00Z"), get().validUntil());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<x/>", "<!DOCTYPE x>"})
  void metadataThatIsNoneIsRefused(String document) {
    assertError(
        "InvalidInput",
        "Could not parse metadata.",
        provider("ADFS").samlMetadataDocument(document).build());
    create(_ -> {});
    assertError(
        "InvalidInput",
        "Could not parse metadata.",
        update(in -> in.samlMetadataDocument(document)));
  }

  @Test
  void nameIsTakenWhateverItsCase() {
    create(_ -> {});
    assertError(
        "EntityAlreadyExists",
        "SAMLProvider with name adfs already exists.",
        provider("adfs").build());
  }

  @Test
  void quotaOfProvidersHolds() {
    InMemoryIam small = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.SAML_PROVIDERS, 1));
    small.call(provider("one").build());
    ServiceError error = small.error(provider("two").build());
    assertEquals("Cannot exceed quota for SAMLProvidersPerAccount: 1", error.message());
  }

  @Test
  void allProvidersAreListed() {
    create(_ -> {});
    iam.call(provider("Okta").build());
    ListSamlProvidersResponse list =
        iam.call(ListSamlProvidersRequest.builder().build(), ListSamlProvidersResponse.class);
    assertEquals(
        List.of(ARN, "arn:aws:iam::111122223333:saml-provider/Okta"),
        list.samlProviderList().stream().map(entry -> entry.arn()).toList());
    assertEquals(iam.now(), list.samlProviderList().getFirst().createDate());
    assertEquals(get().validUntil(), list.samlProviderList().getFirst().validUntil());
  }

  static Stream<AwsRequest> onAProvider() {
    return Stream.of(
        GetSamlProviderRequest.builder().samlProviderArn(ARN).build(),
        DeleteSamlProviderRequest.builder().samlProviderArn(ARN).build(),
        update(in -> in.samlMetadataDocument(METADATA)));
  }

  @ParameterizedTest
  @MethodSource("onAProvider")
  void missingProviderIsNotFound(AwsRequest input) {
    iam.call(provider("adfs").build());
    assertError("NoSuchEntity", "Manifest not found for arn " + ARN, input);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"arn:aws:iam::111122223333:oidc-provider/ADFS", "arn:aws:s3:::saml-provider/ADFS"})
  void noProvidersArnIsInvalid(String arn) {
    assertError(
        "InvalidInput",
        "ARN " + arn + " is not valid.",
        GetSamlProviderRequest.builder().samlProviderArn(arn).build());
  }

  @Test
  void privateKeysAreKeptSealedAndErasedWithTheProvider() {
    create(in -> in.addPrivateKey(KEY).assertionEncryptionMode("Required"));
    iam.call(update(in -> in.addPrivateKey(OTHER_KEY)));
    List<String> ids = keyIds();
    assertEquals(2, ids.size());
    assertEquals(iam.now(), get().privateKeyList().getFirst().timestamp());
    assertEquals("Required", get().assertionEncryptionModeAsString());
    assertNotEquals(secret(ids.getFirst()), secret(ids.getLast()));
    assertFalse(get().toString().contains("PRIVATE KEY"));
    iam.call(DeleteSamlProviderRequest.builder().samlProviderArn(ARN).build());
    assertEquals(Optional.empty(), secret(ids.getFirst()));
    assertEquals(Optional.empty(), secret(ids.getLast()));
  }

  @Test
  void thirdKeyIsTooMany() {
    create(in -> in.addPrivateKey(KEY));
    iam.call(update(in -> in.addPrivateKey(OTHER_KEY)));
    assertError(
        "LimitExceeded", "Private key limit of 2 is reached.", update(in -> in.addPrivateKey(KEY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
  void keyThatIsNoneIsRefused(String key) {
    String message = "Invalid private key.";
    assertError("InvalidInput", message, provider("ADFS").addPrivateKey(key).build());
  }

  @Test
  void ellipticKeyDecryptsNothing() {
    String elliptic = pem("EC", 256);
    assertEquals(
        "Invalid private key.", iam.error(provider("x").addPrivateKey(elliptic).build()).message());
  }

  @Test
  void encryptionIsRequiredOnlyWithAKey() {
    String message =
        "Unable to set assertion encryption mode to Required because no private key is provided.";
    AwsRequest without = provider("ADFS").assertionEncryptionMode("Required").build();
    assertError("InvalidInput", message, without);
    create(in -> in.assertionEncryptionMode("Allowed"));
    assertError("InvalidInput", message, update(in -> in.assertionEncryptionMode("Required")));
    iam.call(update(in -> in.assertionEncryptionMode("Required").addPrivateKey(KEY)));
    String id = keyIds().getFirst();
    assertError(
        "InvalidInput", "Failed to remove private key.", update(in -> in.removePrivateKey(id)));
    iam.call(update(in -> in.removePrivateKey(id).assertionEncryptionMode("Allowed")));
    assertEquals(List.of(), keyIds());
    assertEquals(Optional.empty(), secret(id));
  }

  @Test
  void keyOfAnotherIdIsNotRemoved() {
    create(in -> in.addPrivateKey(KEY));
    assertError(
        "InvalidInput",
        "Failed to remove private key because the Key ID does not match a private key.",
        update(in -> in.removePrivateKey("SAMLPKAAAAAAAAAAAAAAAAA")));
  }

  @Test
  void updateNeedsSomethingToUpdate() {
    create(_ -> {});
    assertError(
        "InvalidInput",
        "Unable to update identity provider. No updates are defined for metadata or encryption"
            + " assertion.",
        update(_ -> {}));
    assertError(
        "InvalidInput",
        "Unable to add and remove private keys in the same request. Set a value for only one of the"
            + " two parameters.",
        update(in -> in.addPrivateKey(KEY).removePrivateKey("SAMLPKAAAAAAAAAAAAAAAAA")));
    assertEquals(
        ARN,
        iam.call(
                update(in -> in.assertionEncryptionMode("Allowed")),
                UpdateSamlProviderResponse.class)
            .samlProviderArn());
  }
}

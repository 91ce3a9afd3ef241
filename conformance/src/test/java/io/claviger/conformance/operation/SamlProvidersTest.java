package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.account.Quota;
import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestMetadata;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.GetSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.SAMLProviderListEntry;

class SamlProvidersTest implements OperationFamily {

  private static final String NO_PROVIDER_ARN = Given.NO_POLICY_ARN;

  @Test
  @Success({
    "CreateSAMLProvider",
    "GetSAMLProvider",
    "ListSAMLProviders",
    "UpdateSAMLProvider",
    "DeleteSAMLProvider"
  })
  void providerIsMadeChangedAndDeleted(Tenant t) {
    create(t, "ADFS");
    GetSamlProviderResponse made = get(t, arn(t));
    assertEquals(Given.METADATA, made.samlMetadataDocument());
    assertEquals(List.of(arn(t)), list(t));
    String other =
        TestMetadata.of("http://other.example.com")
            .signing(TestCertificate.selfSigned("other.example.com"))
            .document();
    update(t, arn(t), other);
    assertEquals(other, get(t, arn(t)).samlMetadataDocument());
    delete(t, arn(t));
    assertEquals(List.of(), list(t));
  }

  private static String arn(Tenant t) {
    return t.arn("saml-provider/ADFS");
  }

  private static void create(Tenant t, String name) {
    create(t, name, Given.METADATA);
  }

  private static void create(Tenant t, String name, String metadata) {
    t.iam().createSAMLProvider(in -> in.name(name).samlMetadataDocument(metadata));
  }

  private static GetSamlProviderResponse get(Tenant t, String arn) {
    return t.iam().getSAMLProvider(in -> in.samlProviderArn(arn));
  }

  private static List<String> list(Tenant t) {
    return t.iam().listSAMLProviders().samlProviderList().stream()
        .map(SAMLProviderListEntry::arn)
        .toList();
  }

  private static void update(Tenant t, String arn, String metadata) {
    t.iam().updateSAMLProvider(in -> in.samlProviderArn(arn).samlMetadataDocument(metadata));
  }

  private static void addKey(Tenant t) {
    t.iam()
        .updateSAMLProvider(
            in -> in.samlProviderArn(arn(t)).addPrivateKey(Given.CERTIFICATE.keyPem()));
  }

  private static void delete(Tenant t, String arn) {
    t.iam().deleteSAMLProvider(in -> in.samlProviderArn(arn));
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.invalidInput("CreateSAMLProvider", t -> create(t, "ADFS", "x".repeat(1_000))),
        Refusal.alreadyExists(
            "CreateSAMLProvider",
            t -> {
              create(t, "ADFS");
              create(t, "adfs");
            }),
        Refusal.limitExceeded(
            "CreateSAMLProvider",
            t -> {
              t.limit(Quota.SAML_PROVIDERS, 1);
              create(t, "ADFS");
              create(t, "other");
            }),
        Refusal.noSuchEntity("GetSAMLProvider", t -> get(t, arn(t))),
        Refusal.invalidInput("GetSAMLProvider", t -> get(t, NO_PROVIDER_ARN)),
        Refusal.noSuchEntity("UpdateSAMLProvider", t -> update(t, arn(t), Given.METADATA)),
        Refusal.invalidInput(
            "UpdateSAMLProvider",
            t -> {
              create(t, "ADFS");
              update(t, arn(t), "x".repeat(1_000));
            }),
        Refusal.limitExceeded(
            "UpdateSAMLProvider",
            t -> {
              create(t, "ADFS");
              addKey(t);
              addKey(t);
              addKey(t);
            }),
        Refusal.noSuchEntity("DeleteSAMLProvider", t -> delete(t, arn(t))),
        Refusal.invalidInput("DeleteSAMLProvider", t -> delete(t, NO_PROVIDER_ARN)));
  }
}

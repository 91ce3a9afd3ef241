package io.claviger.service.iam.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.fetch.AddressRules;
import io.claviger.access.fetch.FetchFailure;
import io.claviger.access.fetch.Fetcher;
import io.claviger.access.fetch.HttpsFetcher;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.base.AccountId;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.AddClientIdToOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.DeleteOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProvidersResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.RemoveClientIdFromOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateOpenIdConnectProviderThumbprintRequest;

class OidcProvidersTest {

  private static final String URL = "https://idp.example.com/id/7";
  private static final String ARN = "arn:aws:iam::111122223333:oidc-provider/idp.example.com/id/7";
  private static final String THUMBPRINT = "990F4193972F2BECF12DDEDA5237F9C952F20D9E";

  private final InMemoryIam iam = new InMemoryIam();

  private static CreateOpenIdConnectProviderRequest.Builder provider(String url) {
    return CreateOpenIdConnectProviderRequest.builder().url(url).thumbprintList(THUMBPRINT);
  }

  private CreateOpenIdConnectProviderResponse create() {
    return iam.call(
        provider(URL)
            .clientIDList("b", "a", "b")
            .tags(Tag.builder().key("team").value("blue").build())
            .build(),
        CreateOpenIdConnectProviderResponse.class);
  }

  private GetOpenIdConnectProviderResponse get() {
    return iam.call(
        GetOpenIdConnectProviderRequest.builder().openIDConnectProviderArn(ARN).build(),
        GetOpenIdConnectProviderResponse.class);
  }

  private static AwsRequest add(String arn, String clientId) {
    return AddClientIdToOpenIdConnectProviderRequest.builder()
        .openIDConnectProviderArn(arn)
        .clientID(clientId)
        .build();
  }

  private static AwsRequest remove(String arn, String clientId) {
    return RemoveClientIdFromOpenIdConnectProviderRequest.builder()
        .openIDConnectProviderArn(arn)
        .clientID(clientId)
        .build();
  }

  private static AwsRequest update(String arn, List<String> thumbprints) {
    return UpdateOpenIdConnectProviderThumbprintRequest.builder()
        .openIDConnectProviderArn(arn)
        .thumbprintList(thumbprints)
        .build();
  }

  private void assertError(String code, String message, AwsRequest input) {
    ServiceError error = iam.error(input);
    assertEquals(code + ": " + message, error.code() + ": " + error.message());
  }

  @Test
  void providerIsShownAsItWasMadeButForTheScheme() {
    CreateOpenIdConnectProviderResponse made = create();
    assertEquals(ARN, made.openIDConnectProviderArn());
    assertEquals("blue", made.tags().getFirst().value());
    GetOpenIdConnectProviderResponse shown = get();
    assertEquals("idp.example.com/id/7", shown.url());
    assertEquals(List.of("b", "a"), shown.clientIDList());
    assertEquals(List.of(THUMBPRINT), shown.thumbprintList());
    assertEquals(iam.now(), shown.createDate());
    assertEquals("blue", shown.tags().getFirst().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://idp.example.com",
        "HTTPS://idp.example.com",
        "idp.example.com",
        "https://",
        "https:///path",
        "https://idp.example.com?x=1",
        "https://idp.example.com/#x",
        "https://user@idp.example.com",
        "https://idp example.com",
        "https://idp.exämple.com"
      })
  void urlThatIsNoIssuersIsInvalid(String url) {
    assertError("ValidationError", "Invalid Open ID Connect Provider URL", provider(url).build());
  }

  @Test
  void urlIsTakenOnceAndToTheLetter() {
    create();
    String message = "Provider with url " + URL + " already exists.";
    assertError("EntityAlreadyExists", message, provider(URL).build());
    iam.call(provider(URL + "/").build());
    iam.call(provider("https://IDP.example.com/id/7").build());
    iam.call(provider("https://idp.example.com:8443").build());
    ListOpenIdConnectProvidersResponse all =
        iam.call(
            ListOpenIdConnectProvidersRequest.builder().build(),
            ListOpenIdConnectProvidersResponse.class);
    assertEquals(
        Stream.of(
                "IDP.example.com/id/7",
                "idp.example.com/id/7",
                "idp.example.com/id/7/",
                "idp.example.com:8443")
            .map(url -> "arn:aws:iam::111122223333:oidc-provider/" + url)
            .toList(),
        all.openIDConnectProviderList().stream()
            .map(OpenIDConnectProviderListEntry::arn)
            .sorted()
            .toList());
    assertEquals(
        4,
        iam.call(GetAccountSummaryRequest.builder().build(), GetAccountSummaryResponse.class)
            .summaryMapAsStrings()
            .get("Providers"));
  }

  @Test
  void sameUrlInAnotherAccountIsAnotherProvider() {
    create();
    AccountId other = new AccountId("444455556666");
    iam.addAccount(other);
    iam.as(InMemoryIam.root(other)).call(provider(URL).build());
    assertError(
        "NoSuchEntity",
        "OpenIDConnect Provider not found for arn " + ARN.replace("111122223333", "444455556666"),
        GetOpenIdConnectProviderRequest.builder()
            .openIDConnectProviderArn(ARN.replace("111122223333", "444455556666"))
            .build());
  }

  @Test
  void quotaOfProvidersHolds() {
    InMemoryIam small = new InMemoryIam(Quotas.AWS_DEFAULTS.with(Quota.OIDC_PROVIDERS, 1));
    small.call(provider(URL).build());
    ServiceError error = small.error(provider(URL + "/").build());
    assertEquals("LimitExceeded", error.code());
    assertEquals("Cannot exceed quota for OpenIdConnectProvidersPerAccount: 1", error.message());
  }

  @Test
  void clientIdsAreAddedAndRemovedAsOftenAsOneLikes() {
    create();
    iam.call(add(ARN, "c"));
    iam.call(add(ARN, "a"));
    iam.call(remove(ARN, "b"));
    iam.call(remove(ARN, "b"));
    iam.call(remove(ARN, "A"));
    assertEquals(List.of("a", "c"), get().clientIDList());
  }

  @Test
  void hundredClientIdsAreAll() {
    List<String> ids = new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> "id" + i).toList());
    iam.call(provider(URL).clientIDList(ids).build());
    String message = "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100";
    iam.call(add(ARN, "id7"));
    assertError("LimitExceeded", message, add(ARN, "more"));
    ids.add("more");
    assertError("LimitExceeded", message, provider(URL + "2").clientIDList(ids).build());
  }

  @Test
  void thumbprintsAreReplaced() {
    create();
    List<String> five = IntStream.range(0, 5).mapToObj(i -> "0".repeat(39) + i).toList();
    iam.call(update(ARN, five));
    assertEquals(five, get().thumbprintList());
    List<String> six = Stream.concat(five.stream(), Stream.of(THUMBPRINT)).toList();
    String message = "Thumbprint list must contain fewer than 5 entries.";
    assertError("InvalidInput", message, update(ARN, six));
    assertError("InvalidInput", message, provider(URL + "2").thumbprintList(six).build());
    String noHash = "g".repeat(40);
    assertEquals("InvalidInput", iam.error(update(ARN, List.of(noHash))).code());
  }

  static Stream<AwsRequest> onAProvider() {
    return Stream.of(
        GetOpenIdConnectProviderRequest.builder().openIDConnectProviderArn(ARN).build(),
        add(ARN, "c"),
        remove(ARN, "c"),
        update(ARN, List.of(THUMBPRINT)));
  }

  @ParameterizedTest
  @MethodSource("onAProvider")
  void missingProviderIsNotFound(AwsRequest input) {
    assertError("NoSuchEntity", "OpenIDConnect Provider not found for arn " + ARN, input);
  }

  @Test
  void noProvidersArnIsInvalid() {
    String arn = "arn:aws:iam::111122223333:saml-provider/idp.example.com";
    String message = "ARN " + arn + " is not valid.";
    assertError("InvalidInput", message, add(arn, "c"));
    assertError(
        "InvalidInput",
        message,
        DeleteOpenIdConnectProviderRequest.builder().openIDConnectProviderArn(arn).build());
  }

  @Test
  void deletedProviderMayBeDeletedAgain() {
    create();
    AwsRequest delete =
        DeleteOpenIdConnectProviderRequest.builder().openIDConnectProviderArn(ARN).build();
    iam.call(delete);
    iam.call(delete);
    assertEquals(0, iam.account().oidcProviders().size());
    create();
  }

  @Test
  void thumbprintThatIsNotGivenIsAskedFor() {
    List<URI> asked = new ArrayList<>();
    InMemoryIam online =
        new InMemoryIam(
            Quotas.AWS_DEFAULTS,
            new Fetcher() {
              @Override
              public byte[] get(URI uri, Set<String> thumbprints) {
                throw new AssertionError();
              }

              @Override
              public String topThumbprint(URI uri) throws FetchFailure {
                asked.add(uri);
                return "a".repeat(40);
              }
            });
    online.call(CreateOpenIdConnectProviderRequest.builder().url(URL).build());
    assertEquals(List.of(URI.create(URL)), asked);
    assertEquals(
        List.of("a".repeat(40)),
        online.account().oidcProviders().named("idp.example.com/id/7").orElseThrow().thumbprints());
    assertEquals(
        "EntityAlreadyExists",
        online.error(CreateOpenIdConnectProviderRequest.builder().url(URL).build()).code());
    assertEquals(1, asked.size());
  }

  @Test
  void Abuse_127_providerInsideIsNotAskedForItsCertificate() {
    InMemoryIam online =
        new InMemoryIam(
            Quotas.AWS_DEFAULTS,
            new HttpsFetcher(
                new AddressRules(List.of()), _ -> List.of(InetAddress.getLoopbackAddress())));
    ServiceError error =
        online.error(CreateOpenIdConnectProviderRequest.builder().url(URL).build());
    assertEquals("OpenIdIdpCommunicationError", error.code());
    assertTrue(!error.message().contains("127"), error.message());
    online.call(provider(URL).build());
  }

  /// The fetcher of these tests fails whoever asks it for something.
  @Test
  void Abuse_127_whoMayNotMakeProvidersMakesNobodyAskForCertificates() {
    AwsRequest input = CreateOpenIdConnectProviderRequest.builder().url(URL).build();
    assertEquals("AccessDenied", iam.asRoleSession().enforcing().error(input).code());
  }
}

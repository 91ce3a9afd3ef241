package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.account.Quota;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.OpenIdIdpCommunicationErrorException;

class OidcProvidersTest implements OperationFamily {

  private static final String URL = "https://idp.example.com";

  /// No server is there.
  private static final String UNREACHABLE = "https://127.0.0.1";

  private static final String NO_PROVIDER_ARN = Given.NO_POLICY_ARN;

  @Test
  @Success({
    "CreateOpenIDConnectProvider",
    "GetOpenIDConnectProvider",
    "ListOpenIDConnectProviders",
    "DeleteOpenIDConnectProvider"
  })
  void providerIsMadeAndDeleted(Tenant t) {
    t.iam()
        .createOpenIDConnectProvider(in ->
            in.url(URL).clientIDList("app").thumbprintList(Given.THUMBPRINT).tags(Given.TAGS));
    GetOpenIdConnectProviderResponse made = get(t, arn(t));
    assertEquals("idp.example.com", made.url());
    assertEquals(List.of("app"), made.clientIDList());
    assertEquals(List.of(Given.THUMBPRINT), made.thumbprintList());
    assertEquals(Given.TAGS, made.tags());
    assertEquals(List.of(arn(t)), list(t));
    delete(t, arn(t));
    assertEquals(List.of(), list(t));
  }

  @Test
  @Success({
    "AddClientIDToOpenIDConnectProvider",
    "RemoveClientIDFromOpenIDConnectProvider",
    "UpdateOpenIDConnectProviderThumbprint"
  })
  void providerIsChanged(Tenant t) {
    create(t, URL);
    addClient(t, arn(t), "app");
    assertEquals(List.of("app"), get(t, arn(t)).clientIDList());
    removeClient(t, arn(t));
    assertEquals(List.of(), get(t, arn(t)).clientIDList());
    String other = Given.THUMBPRINT.replace('9', '8');
    updateThumbprint(t, arn(t), other);
    assertEquals(List.of(other), get(t, arn(t)).thumbprintList());
  }

  private static String arn(Tenant t) {
    return t.arn("oidc-provider/idp.example.com");
  }

  private static void create(Tenant t, String url) {
    t.iam().createOpenIDConnectProvider(in -> in.url(url).thumbprintList(Given.THUMBPRINT));
  }

  private static GetOpenIdConnectProviderResponse get(Tenant t, String arn) {
    return t.iam().getOpenIDConnectProvider(in -> in.openIDConnectProviderArn(arn));
  }

  private static List<String> list(Tenant t) {
    return t.iam().listOpenIDConnectProviders().openIDConnectProviderList().stream()
        .map(OpenIDConnectProviderListEntry::arn)
        .toList();
  }

  private static void delete(Tenant t, String arn) {
    t.iam().deleteOpenIDConnectProvider(in -> in.openIDConnectProviderArn(arn));
  }

  private static void addClient(Tenant t, String arn, String client) {
    t.iam()
        .addClientIDToOpenIDConnectProvider(
            in -> in.openIDConnectProviderArn(arn).clientID(client));
  }

  private static void removeClient(Tenant t, String arn) {
    t.iam()
        .removeClientIDFromOpenIDConnectProvider(
            in -> in.openIDConnectProviderArn(arn).clientID("app"));
  }

  private static void updateThumbprint(Tenant t, String arn, String thumbprint) {
    t.iam()
        .updateOpenIDConnectProviderThumbprint(
            in -> in.openIDConnectProviderArn(arn).thumbprintList(thumbprint));
  }

  @Override
  public List<Refusal> refusals() {
    return Stream.of(creating(), unknown(), noArn()).flatMap(List::stream).toList();
  }

  private static List<Refusal> creating() {
    return List.of(
        Refusal.invalidInput(
            "CreateOpenIDConnectProvider",
            t ->
                t.iam()
                    .createOpenIDConnectProvider(in -> in.url(URL).thumbprintList("z".repeat(40)))),
        Refusal.alreadyExists(
            "CreateOpenIDConnectProvider",
            t -> {
              create(t, URL);
              create(t, URL);
            }),
        Refusal.limitExceeded(
            "CreateOpenIDConnectProvider",
            t -> {
              t.limit(Quota.OIDC_PROVIDERS, 1);
              create(t, URL);
              create(t, URL + "/other");
            }),
        Refusal.of(
            "CreateOpenIDConnectProvider",
            OpenIdIdpCommunicationErrorException.class,
            t -> t.iam().createOpenIDConnectProvider(in -> in.url(UNREACHABLE))),
        Refusal.limitExceeded(
            "AddClientIDToOpenIDConnectProvider",
            t -> {
              t.iam()
                  .createOpenIDConnectProvider(in ->
                      in.url(URL)
                          .thumbprintList(Given.THUMBPRINT)
                          .clientIDList(IntStream.range(0, 100).mapToObj(i -> "app" + i).toList()));
              addClient(t, arn(t), "one-more");
            }),
        Refusal.invalidInput(
            "UpdateOpenIDConnectProviderThumbprint",
            t -> {
              create(t, URL);
              updateThumbprint(t, arn(t), "z".repeat(40));
            }));
  }

  private static List<Refusal> unknown() {
    return List.of(
        Refusal.noSuchEntity("GetOpenIDConnectProvider", t -> get(t, arn(t))),
        Refusal.noSuchEntity(
            "AddClientIDToOpenIDConnectProvider", t -> addClient(t, arn(t), "app")),
        Refusal.noSuchEntity(
            "RemoveClientIDFromOpenIDConnectProvider", t -> removeClient(t, arn(t))),
        Refusal.noSuchEntity(
            "UpdateOpenIDConnectProviderThumbprint",
            t -> updateThumbprint(t, arn(t), Given.THUMBPRINT)));
  }

  private static List<Refusal> noArn() {
    return List.of(
        Refusal.invalidInput("GetOpenIDConnectProvider", t -> get(t, NO_PROVIDER_ARN)),
        Refusal.invalidInput("DeleteOpenIDConnectProvider", t -> delete(t, NO_PROVIDER_ARN)),
        Refusal.invalidInput(
            "AddClientIDToOpenIDConnectProvider", t -> addClient(t, NO_PROVIDER_ARN, "app")),
        Refusal.invalidInput(
            "RemoveClientIDFromOpenIDConnectProvider", t -> removeClient(t, NO_PROVIDER_ARN)));
  }
}

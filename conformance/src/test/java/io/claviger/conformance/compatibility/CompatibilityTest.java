package io.claviger.conformance.compatibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.AuthorizationMessages;
import io.claviger.access.CallContext;
import io.claviger.access.CompiledPolicies;
import io.claviger.access.PrincipalPolicies;
import io.claviger.access.SessionTokens;
import io.claviger.access.TradeInTokens;
import io.claviger.access.fetch.AddressRules;
import io.claviger.access.fetch.HttpsFetcher;
import io.claviger.access.fetch.Resolver;
import io.claviger.access.oidc.WebIdentityTokens;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.reference.ConditionKey;
import io.claviger.reference.ManagedPolicies;
import io.claviger.reference.Service;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Operation;
import io.claviger.service.iam.delegation.PartnerSetup;
import io.claviger.service.table.Operations;
import io.claviger.store.Store;
import io.claviger.wire.query.ApiModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// With `-Dclaviger.write=true` the page is written rather than checked.
class CompatibilityTest {

  private static final Path ROOT = Path.of("..");
  private static final Path PAGE = ROOT.resolve("docs/compatibility.md");
  private static final ServiceReference REFERENCE = ServiceReference.load();

  @Test
  void pageIsCurrent() throws IOException {
    String committed = Files.readString(PAGE);
    String current = current(committed);
    if (Boolean.getBoolean("claviger.write")) {
      Files.writeString(PAGE, current);
    } else {
      assertEquals(
          current,
          committed,
          "Write the page: mvn -pl conformance -am test -Dtest=CompatibilityTest"
              + " -Dsurefire.failIfNoSpecifiedTests=false -Dclaviger.write=true");
    }
  }

  private static String current(String page) throws IOException {
    NamedKeys named = namedKeys();
    List<Operation<?, ?>> built = operations();
    String result = page;
    result = part(result, "operations of IAM", CompatibilityPage.operations(ApiModel.iam(), built));
    result = part(result, "operations of STS", CompatibilityPage.operations(ApiModel.sts(), built));
    result =
        part(result, "global keys", CompatibilityPage.keys(REFERENCE.globalKeys(), named::name));
    result = part(result, "keys of IAM", CompatibilityPage.keys(ownKeys("iam"), named::name));
    return part(
        result,
        "keys of STS",
        CompatibilityPage.keys(
            ownKeys("sts"), key -> named.name(key) || WebIdentityTokens.giveKey(key)));
  }

  private static String part(String page, String name, String text) {
    return CompatibilityPage.withPart(page, name, text);
  }

  /// The keys of a service without the global ones among them.
  private static List<ConditionKey> ownKeys(String prefix) {
    Service service = REFERENCE.service(prefix).orElseThrow();
    return service.conditionKeys().stream().filter(key -> !key.name().startsWith("aws:")).toList();
  }

  /// Only `access` and `service` make the context of a request.
  private static NamedKeys namedKeys() throws IOException {
    return NamedKeys.of(
        List.of(ROOT.resolve("access/target/classes"), ROOT.resolve("service/target/classes")));
  }

  private static List<Operation<?, ?>> operations() {
    try (Store store = Store.inMemory(Instant::now, new SecureRandom())) {
      ManagedPolicies managed = ManagedPolicies.load();
      return Operations.all(
          managed,
          new PrincipalPolicies(managed, new CompiledPolicies()),
          new SessionTokens(store.tokenKeys()),
          new AuthorizationMessages(store.tokenKeys()),
          store.secrets(),
          new HttpsFetcher(new AddressRules(List.of()), Resolver.SYSTEM),
          new IssuerUrls(() -> URI.create("https://iam.example.org")),
          PartnerSetup.none(new TradeInTokens(store.tokenKeys())));
    }
  }

  @Test
  void everyKeyThatACallFillsInIsFound() throws IOException {
    NamedKeys named = namedKeys();
    for (String key : CallContext.KEYS) {
      assertTrue(named.name(key), key);
    }
  }

  @Test
  void keysAreFoundWhateverTheirCaseAndEnding() {
    NamedKeys named = new NamedKeys(Set.of("aws:userid", "aws:requesttag/", "iam:resourcetag/\1"));
    assertTrue(named.name("aws:UserId"));
    assertTrue(named.name("aws:RequestTag/${TagKey}"));
    assertTrue(named.name("iam:ResourceTag/${TagKey}"));
    assertFalse(named.name("aws:PrincipalTag/${TagKey}"));
    assertFalse(named.name("aws:userid2"));
  }

  @Test
  void stalePartIsReplaced() {
    String page = "by hand\n<!-- from the code: a -->\nold\n<!-- end -->\nby hand\n";
    assertEquals(
        "by hand\n<!-- from the code: a -->\nnew\n<!-- end -->\nby hand\n",
        CompatibilityPage.withPart(page, "a", "new\n"));
  }
}

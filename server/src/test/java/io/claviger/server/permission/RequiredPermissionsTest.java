package io.claviger.server.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.AuthorizationMessages;
import io.claviger.access.CompiledPolicies;
import io.claviger.access.PrincipalPolicies;
import io.claviger.access.SessionTokens;
import io.claviger.access.TradeInTokens;
import io.claviger.access.fetch.AddressRules;
import io.claviger.access.fetch.HttpsFetcher;
import io.claviger.access.fetch.Resolver;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.reference.Action;
import io.claviger.reference.ManagedPolicies;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Operation;
import io.claviger.service.iam.delegation.PartnerSetup;
import io.claviger.service.table.Operations;
import io.claviger.store.Store;
import io.claviger.wire.query.ApiModel;
import io.claviger.wire.query.OperationModel;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation, called by a user through the SDK's clients: with all of its permissions it is
/// accepted, without any one of them it is refused.
///
/// What is required stands in the samples and is not asked of the operations: one that demands less
/// is found out when it is not refused, one that demands more when it is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequiredPermissionsTest {

  /// The operations that are called with a token instead of a signature: by nobody's user, so that
  /// the role's trust policy alone decides. They have tests of their own.
  private static final Set<String> UNSIGNED =
      Set.of("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity");

  /// The API Reference speaks of a permission to update a delegation request, and the Service
  /// Authorization Reference does not list it yet.
  private static final String NOT_PUBLISHED = "iam:UpdateDelegationRequest";

  private final Premises premises = new Premises();

  static List<Sample> samples() {
    return Stream.of(
            UserSamples.users(),
            UserSamples.groups(),
            CredentialSamples.accessKeys(),
            CredentialSamples.passwords(),
            CredentialSamples.settings(),
            CredentialSamples.outboundFederation(),
            CertificateSamples.ofServers(),
            CertificateSamples.ofUsers(),
            ServiceCredentialSamples.sshKeys(),
            ServiceCredentialSamples.passwords(),
            DelegationSamples.partners(),
            DelegationSamples.customers(),
            MfaSamples.virtualDevices(),
            MfaSamples.ofUsers(),
            ManagedPolicySamples.policies(),
            ManagedPolicySamples.versions(),
            ProviderSamples.oidc(),
            ProviderSamples.oidcTags(),
            ProviderSamples.saml(),
            PolicyHolderSamples.ofUsers(),
            PolicyHolderSamples.ofGroups(),
            PolicyHolderSamples.ofRoles(),
            ReportSamples.account(),
            ReportSamples.lastAccess(),
            ReportSamples.organization(),
            RoleSamples.roles(),
            RoleSamples.serviceLinked(),
            RoleSamples.profiles(),
            RoleSamples.boundaries(),
            TagSamples.users(),
            TagSamples.roles(),
            TagSamples.policies(),
            TagSamples.instanceProfiles(),
            TagSamples.mfaDevices(),
            TagSamples.serverCertificates(),
            SimulationSamples.all(),
            StsSamples.roles(),
            StsSamples.rootSessions(),
            StsSamples.federation(),
            StsSamples.identityTokens(),
            StsSamples.lookups())
        .flatMap(List::stream)
        .toList();
  }

  static List<Sample> free() {
    return StsSamples.free();
  }

  @AfterAll
  void stop() {
    premises.close();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void operationNeedsAllOfItsPermissionsAndNoOther(Sample sample) {
    try (Stage stage = new Stage(premises, sample)) {
      for (Permission left : sample.permissions()) {
        stage.allow(Stage.without(left, sample.permissions()));
        stage.denied(left);
      }
      stage.allow(sample.permissions());
      stage.call();
    }
  }

  /// The honest twin is a user with the right permissions, above.
  @ParameterizedTest
  @MethodSource("samples")
  void Abuse_051_everythingButItsOwnActionIsNotEnough(Sample sample) {
    Permission own = sample.permissions().getFirst();
    try (Stage stage = new Stage(premises, sample)) {
      stage.put(Stream.of(Policies.statement("Allow", "NotAction", own.action(), "*")));
      stage.denied(own);
      stage.put(
          Stream.of(
              Policies.statement("Allow", "Action", "*", "*"),
              Policies.statement("Deny", "Action", own.action(), "*")));
      String message = stage.denied(own);
      assertTrue(
          message.endsWith("with an explicit deny in an identity-based policy"), () -> message);
    }
  }

  @ParameterizedTest
  @MethodSource("free")
  void freeOperationNeedsNothingAndCannotBeDenied(Sample sample) {
    try (Stage stage = new Stage(premises, sample)) {
      stage.call();
      stage.put(Stream.of(Policies.statement("Deny", "Action", "*", "*")));
      stage.call();
    }
  }

  @Test
  void everyOperationHasASample() {
    assertEquals(
        built(),
        Stream.concat(samples().stream(), free().stream())
            .map(Sample::operation)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void onlyTheNamedOperationsAreFree() {
    assertEquals(
        Set.of("GetCallerIdentity", "GetSessionToken"),
        free().stream().map(Sample::operation).collect(Collectors.toSet()));
  }

  /// AWS rule: Service Authorization Reference.
  @ParameterizedTest
  @MethodSource("samples")
  void permissionIsOneThatAwsPublishes(Sample sample) {
    ServiceReference reference = ServiceReference.load();
    for (Permission permission : sample.permissions()) {
      if (permission.action().equals(NOT_PUBLISHED)) {
        continue;
      }
      String service = permission.action().substring(0, permission.action().indexOf(':'));
      Action action =
          reference
              .service(service)
              .orElseThrow()
              .action(permission.action().substring(service.length() + 1))
              .orElseThrow();
      List<String> types = action.resources().stream().map(Action.Resource::type).toList();
      String type = permission.resource().split("/", 2)[0];
      boolean isList = action.name().startsWith("List") && types.isEmpty();
      boolean isOfNoType = types.isEmpty() && type.equals("*");
      // The reference knows tags on roles' sessions only; the API has them for federated users.
      boolean isFederated =
          action.name().equals("TagSession") && sample.operation().equals("GetFederationToken");
      boolean isRoot = types.contains("root-user") && type.equals("root");
      // The reference knows no resource; AWS's denials name this one.
      boolean isSelf = types.isEmpty() && type.equals("self");
      assertTrue(
          types.contains(type) || isOfNoType || isList || isFederated || isRoot || isSelf,
          () -> permission + " against " + types);
    }
  }

  /// The operations that users call.
  private Set<String> built() {
    Store store = premises.store();
    ManagedPolicies managed = ManagedPolicies.load();
    Set<Class<?>> inputs =
        Operations.all(
                managed,
                new PrincipalPolicies(managed, new CompiledPolicies()),
                new SessionTokens(store.tokenKeys()),
                new AuthorizationMessages(store.tokenKeys()),
                store.secrets(),
                new HttpsFetcher(new AddressRules(List.of()), Resolver.SYSTEM),
                new IssuerUrls(() -> URI.create("https://iam.example.org")),
                PartnerSetup.none(new TradeInTokens(store.tokenKeys())))
            .stream()
            .map(Operation::input)
            .collect(Collectors.toSet());
    return Stream.of(ApiModel.iam(), ApiModel.sts())
        .map(ApiModel::operations)
        .flatMap(Collection::stream)
        .filter(operation -> inputs.contains(operation.input()))
        .map(OperationModel::name)
        .filter(name -> !UNSIGNED.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}

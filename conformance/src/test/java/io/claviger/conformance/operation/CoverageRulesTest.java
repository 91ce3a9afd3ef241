package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import io.claviger.reference.ManagedPolicies;
import io.claviger.service.Operation;
import io.claviger.service.iam.delegation.PartnerSetup;
import io.claviger.service.table.Operations;
import io.claviger.store.Store;
import io.claviger.wire.query.ApiModel;
import io.claviger.wire.query.OperationModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every operation that is built has a test of its success, and every error that its model declares
/// has a refusal or a line in `never-answered.txt`. What is not there yet, of operations that were
/// built before their tests, stands in `not-yet-covered.txt`.
class CoverageRulesTest {

  private static final Set<String> PENDING = new LinkedHashSet<>(lines("not-yet-covered.txt"));
  private static final List<OperationModel> BUILT = built();
  private static final Set<Declared> DECLARED =
      BUILT.stream().flatMap(one -> DeclaredErrors.of(one).stream()).collect(Collectors.toSet());
  private static final Coverage COVERAGE = coverage();

  @Test
  void everyOperationIsShownWithAllItsErrors() {
    List<String> missing =
        BUILT.stream()
            .filter(one -> !PENDING.contains(one.name()))
            .flatMap(one -> COVERAGE.missing(one.name(), DeclaredErrors.of(one)).stream())
            .toList();
    assertEquals("", String.join("\n", missing));
  }

  @Test
  void listsAreNotStale() {
    Set<Declared> answers = new LinkedHashSet<>(DECLARED);
    names().forEach(name -> answers.add(Coverage.success(name)));
    assertEquals(List.of(), COVERAGE.stale(answers), "in never-answered.txt");
    assertEquals(Set.of(), COVERAGE.unknown(names(), DECLARED), "shown, but not declared");
    List<String> covered =
        BUILT.stream()
            .filter(one -> PENDING.contains(one.name()))
            .filter(one -> COVERAGE.missing(one.name(), DeclaredErrors.of(one)).isEmpty())
            .map(OperationModel::name)
            .toList();
    assertEquals(List.of(), covered, "in not-yet-covered.txt, though covered");
    Set<String> unknown = new LinkedHashSet<>(PENDING);
    all().map(OperationModel::name).forEach(unknown::remove);
    assertEquals(Set.of(), unknown, "in not-yet-covered.txt, but no operations");
  }

  @Test
  void gapsAreFound() {
    Declared error = new Declared("GetUser", "NoSuchEntity");
    Coverage none = new Coverage(Set.of(), Set.of(), List.of());
    assertEquals(2, none.missing("GetUser", Set.of(error)).size());
    Coverage excused =
        new Coverage(
            Set.of("GetUser"), Set.of(), List.of(NeverAnswered.parse("NoSuchEntity Get*: why")));
    assertEquals(List.of(), excused.missing("GetUser", Set.of(error)));
    assertEquals(List.of(), excused.stale(Set.of(error)));
    assertEquals(1, excused.stale(Set.of()).size());
    Coverage futile =
        new Coverage(Set.of(), Set.of(), List.of(NeverAnswered.parse("Success GetUser: why")));
    assertEquals(List.of(), futile.missing("GetUser", Set.of()));
    assertEquals(List.of(), futile.stale(Set.of(Coverage.success("GetUser"))));
    Coverage shown = new Coverage(Set.of("GetUser"), Set.of(error), excused.exceptions());
    assertEquals(1, shown.stale(Set.of(error)).size());
    assertEquals(Set.of("GetUser", error.toString()), shown.unknown(Set.of(), Set.of()));
  }

  @Test
  void exceptionsNeedAReason() {
    assertThrows(IllegalArgumentException.class, () -> NeverAnswered.parse("NoSuchEntity Get*"));
    assertThrows(IllegalArgumentException.class, () -> NeverAnswered.parse("NoSuchEntity: why"));
    assertFalse(
        NeverAnswered.parse("NoSuchEntity GetUser: why")
            .matches(new Declared("GetUserPolicy", "NoSuchEntity")));
  }

  @Test
  void modelsDeclareErrors() {
    OperationModel getUser = ApiModel.iam().operation("GetUser").orElseThrow();
    assertEquals(
        Set.of(new Declared("GetUser", "NoSuchEntity"), new Declared("GetUser", "ServiceFailure")),
        DeclaredErrors.of(getUser));
    assertTrue(DECLARED.size() > 400, () -> "only " + DECLARED.size());
  }

  private static Set<String> names() {
    return BUILT.stream().map(OperationModel::name).collect(Collectors.toSet());
  }

  private static Stream<OperationModel> all() {
    return Stream.of(ApiModel.iam(), ApiModel.sts()).flatMap(api -> api.operations().stream());
  }

  private static List<OperationModel> built() {
    Set<Class<?>> inputs = operations().stream().map(Operation::input).collect(Collectors.toSet());
    return all().filter(model -> inputs.contains(model.input())).toList();
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

  private static Coverage coverage() {
    Set<String> succeeding = new LinkedHashSet<>();
    Set<Declared> refused = new LinkedHashSet<>();
    for (Class<?> type : classes()) {
      Arrays.stream(type.getDeclaredMethods())
          .flatMap(method -> Optional.ofNullable(method.getAnnotation(Success.class)).stream())
          .forEach(claim -> succeeding.addAll(List.of(claim.value())));
      if (OperationFamily.class.isAssignableFrom(type) && !type.isInterface()) {
        family(type).refusals().forEach(refusal -> refused.add(refusal.declared()));
      }
    }
    return new Coverage(
        succeeding,
        refused,
        lines("never-answered.txt").stream().map(NeverAnswered::parse).toList());
  }

  private static OperationFamily family(Class<?> type) {
    try {
      return (OperationFamily) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no constructor without arguments", e);
    }
  }

  /// The classes of this package.
  private static List<Class<?>> classes() {
    try {
      Path here =
          Path.of(
              Objects.requireNonNull(CoverageRulesTest.class.getResource("CoverageRulesTest.class"))
                  .toURI());
      try (Stream<Path> files = Files.list(here.getParent())) {
        return files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith("Test.class"))
            .<Class<?>>map(CoverageRulesTest::load)
            .toList();
      }
    } catch (IOException | java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(
          CoverageRulesTest.class.getPackageName() + "." + file.replace(".class", ""));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The lines of a list that say something.
  private static List<String> lines(String list) {
    try (InputStream in =
        Objects.requireNonNull(CoverageRulesTest.class.getResourceAsStream(list), list)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

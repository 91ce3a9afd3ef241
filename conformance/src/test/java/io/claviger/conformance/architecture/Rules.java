package io.claviger.conformance.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.claviger.wire.query.ApiModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The rules that the compiled classes keep, each under a name.
final class Rules {

  private static final Pattern VAGUE =
      Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|Base|Data|Info)");

  /// Methods of `Class` that look at what a class has.
  private static final Pattern REFLECTIVE =
      Pattern.compile(
          "forName|newInstance|get(Declared)?(Constructor|Field|Method|Class|RecordComponent)e?s?");

  /// What reads a clock or makes a source of randomness.
  private static final Set<String> IMPURE =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.InstantSource.system",
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current",
          "java.util.random.RandomGenerator.getDefault",
          "java.util.random.RandomGenerator.of",
          "java.util.Random.<init>",
          "java.util.SplittableRandom.<init>",
          "java.security.SecureRandom.<init>",
          "java.security.SecureRandom.getInstance",
          "java.security.SecureRandom.getInstanceStrong");

  private Rules() {}

  static Map<String, ArchRule> all(ModuleTable table) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("moduleArrows", classes().should(new UseOnlyListedModules(table)));
    rules.put("packageCycles", slices().matching("io.claviger.(**)").should().beFreeOfCycles());
    rules.put("packageDepth", classes().should(new StandInShallowPackage()));
    rules.put("listenerTypes", keep("io.helidon..", "io.claviger.server.http.."));
    rules.put("jsonBinding", keep("tools.jackson.databind..", "io.claviger.store.."));
    rules.put("sdkFieldTypes", sdkFieldTypes());
    rules.put("sdkFieldCalls", calls("sdkFields of the SDK", Rules::readsSdkFields, "wire"));
    rules.put("regexOnPolicies", regexOnPolicies());
    rules.put("reflection", calls("reflection", Rules::reflects, "wire", "store", "testkit"));
    rules.put(
        "clockAndRandomness",
        calls("a clock or randomness", Rules::isImpure, "server", "cli", "testkit"));
    rules.put("staticState", fields().that().areStatic().should(new NeverChange()));
    rules.put("secretComparison", classes().should(new CompareSecretsInConstantTime()));
    rules.put("vagueNames", vagueNames());
    return rules;
  }

  /// Only classes in `homes` may use types of `packageIdentifier`.
  private static ArchRule keep(String packageIdentifier, String... homes) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packageIdentifier);
  }

  private static ArchRule sdkFieldTypes() {
    DescribedPredicate<JavaClass> fieldTypes =
        resideInAPackage("software.amazon.awssdk.core.traits..")
            .or(
                describe(
                    "SdkField or SdkPojo",
                    type ->
                        type.getFullName()
                            .matches("software\\.amazon\\.awssdk\\.core\\.Sdk(Field|Pojo).*")));
    return noClasses()
        .that()
        .resideOutsideOfPackage("io.claviger.wire..")
        .should()
        .dependOnClassesThat(fieldTypes);
  }

  private static ArchRule regexOnPolicies() {
    return noClasses()
        .that()
        .resideInAPackage("io.claviger.policy..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.util.regex.."))
        .orShould()
        .accessTargetWhere(
            describe(
                "a regular expression of String",
                access ->
                    access.getTargetOwner().isEquivalentTo(String.class)
                        && Set.of("matches", "split", "replaceAll", "replaceFirst")
                            .contains(access.getTarget().getName())));
  }

  /// Only classes of `modules` may make calls that `call` describes.
  private static ArchRule calls(String what, Predicate<JavaAccess<?>> call, String... modules) {
    String[] homes =
        Arrays.stream(modules).map(module -> "io.claviger." + module + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .accessTargetWhere(describe(what, call));
  }

  /// AWS's own names stay: `GetAccessKeyInfo`.
  private static ArchRule vagueNames() {
    return noClasses()
        .should(
            have(
                describe(
                    "a name that says nothing",
                    type ->
                        VAGUE.matcher(type.getSimpleName()).matches()
                            && ApiModel.iam().operation(type.getSimpleName()).isEmpty()
                            && ApiModel.sts().operation(type.getSimpleName()).isEmpty())));
  }

  private static boolean readsSdkFields(JavaAccess<?> access) {
    return access.getTarget().getName().equals("sdkFields")
        && access.getTargetOwner().getPackageName().startsWith("software.amazon.awssdk");
  }

  private static boolean isImpure(JavaAccess<?> access) {
    return IMPURE.contains(
        access.getTargetOwner().getFullName() + '.' + access.getTarget().getName());
  }

  private static boolean reflects(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getFullName();
    return owner.startsWith("java.lang.reflect.")
        || (owner.equals("java.lang.Class")
            && REFLECTIVE.matcher(access.getTarget().getName()).matches());
  }
}

package io.claviger.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.Arn;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ManagedPoliciesTest {

  private static final ManagedPolicies ALL = ManagedPolicies.load();

  private static ManagedPolicy policy(String pathAndName) {
    return ALL.find(Arn.parse("arn:aws:iam::aws:policy/" + pathAndName)).orElseThrow();
  }

  @Test
  void administratorAccessAllowsEverything() {
    ManagedPolicy policy = policy("AdministratorAccess");
    assertEquals("/", policy.path());
    assertEquals("v1", policy.defaultVersionId());
    assertEquals(Instant.parse("2015-02-06T18:39:46Z"), policy.created());
    assertEquals(
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}\
        """,
        policy.document());
  }

  @Test
  void pathIsPartOfTheArn() {
    ManagedPolicy policy = policy("job-function/ViewOnlyAccess");
    assertEquals("/job-function/", policy.path());
    assertEquals("ViewOnlyAccess", policy.name());
    assertEquals(Optional.empty(), ALL.find(Arn.parse("arn:aws:iam::aws:policy/ViewOnlyAccess")));
  }

  @Test
  void newestAndOldestVersionOfEveryPolicyHaveADocument() {
    for (ManagedPolicy policy : ALL.inOrder(null).toList()) {
      for (ManagedPolicy.Version version :
          List.of(policy.versions().getFirst(), policy.versions().getLast())) {
        String document = policy.document(version.id()).orElseThrow();
        assertTrue(
            document.startsWith("{")
                && document.endsWith("}")
                && document.contains("\"Statement\""),
            () -> policy + " " + version + ": " + document);
      }
    }
  }

  @Test
  void olderVersionsKeepTheirOwnDocument() {
    ManagedPolicy policy = policy("PowerUserAccess");
    assertEquals(
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotAction":"iam:*","Resource":"*"}]}\
        """,
        policy.document("v1").orElseThrow());
    assertEquals(policy.document(), policy.document(policy.defaultVersionId()).orElseThrow());
    assertEquals(Optional.empty(), policy.document("v9999"));
  }

  @Test
  void allDocumentsAreThoseOfTheirVersions() {
    ManagedPolicy policy = policy("PowerUserAccess");
    Map<String, String> documents = policy.documents();
    assertEquals(policy.versions().size(), documents.size());
    for (ManagedPolicy.Version version : policy.versions()) {
      assertEquals(policy.document(version.id()).orElseThrow(), documents.get(version.id()));
    }
  }

  @Test
  void defaultDocumentIsOneObject() {
    assertSame(policy("ReadOnlyAccess").document(), policy("ReadOnlyAccess").document());
  }

  @Test
  void orderIgnoresCaseAndGoesOnAfterAName() {
    List<String> names = ALL.inOrder(null).map(ManagedPolicy::name).toList();
    assertEquals(ALL.size(), names.size());
    assertTrue(names.size() > 1_500, "only " + names.size());
    assertEquals(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), names);
    assertEquals(
        names.subList(701, names.size()),
        ALL.inOrder(names.get(700).toLowerCase(Locale.ROOT)).map(ManagedPolicy::name).toList());
  }

  @Test
  void orderGoesOnAfterANameThatNobodyHas() {
    String first = ALL.inOrder(null).findFirst().orElseThrow().name();
    assertEquals(first, ALL.inOrder("!").findFirst().orElseThrow().name());
    assertEquals(first, ALL.inOrder("A").findFirst().orElseThrow().name());
    assertEquals(0, ALL.inOrder("zzz").count());
  }

  @Test
  void onlyItsWholeArnFindsAPolicy() {
    assertEquals(
        Optional.empty(), ALL.find(Arn.parse("arn:aws:iam::123456789012:policy/ReadOnlyAccess")));
    assertEquals(
        Optional.empty(), ALL.find(Arn.parse("arn:aws-cn:iam::aws:policy/ReadOnlyAccess")));
    assertEquals(Optional.empty(), ALL.find(Arn.parse("arn:aws:iam::aws:policy/readonlyaccess")));
  }

  @Test
  void idsAreUniqueAndInTheFormOfAws() {
    Pattern form = Pattern.compile("ANPA[A-Z2-7]{17}");
    Set<String> ids = new HashSet<>();
    ALL.inOrder(null)
        .forEach(policy -> {
          assertTrue(form.matcher(policy.id()).matches(), policy.id());
          assertTrue(ids.add(policy.id()), policy.id());
        });
  }
}

package io.claviger.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.Arn;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyHistoryTest {

  private static final ManagedPolicies ALL = ManagedPolicies.load();

  private static ManagedPolicy policy(String name) {
    return ALL.find(Arn.parse("arn:aws:iam::aws:policy/" + name)).orElseThrow();
  }

  /// Versions differ, so a document at a wrong place would be cut or repeated.
  @ParameterizedTest
  @ValueSource(strings = {"PowerUserAccess", "SecurityAudit", "job-function/ViewOnlyAccess"})
  void everyVersionHasADocumentOfItsOwn(String name) {
    ManagedPolicy policy = policy(name);
    Set<String> documents = new HashSet<>();
    for (ManagedPolicy.Version version : policy.versions()) {
      String document = policy.document(version.id()).orElseThrow();
      assertTrue(document.startsWith("{") && document.endsWith("}"), version::toString);
      documents.add(document);
    }
    assertTrue(documents.size() > policy.versions().size() / 2, "only " + documents.size());
  }

  @Test
  void newestVersionComesFirstAndIsTheDefault() {
    List<ManagedPolicy.Version> versions = policy("PowerUserAccess").versions();
    assertEquals(policy("PowerUserAccess").defaultVersionId(), versions.getFirst().id());
    assertEquals(
        new ManagedPolicy.Version("v1", Instant.parse("2015-02-06T18:39:47Z")), versions.getLast());
  }

  @Test
  void policyWithOneVersionHasThatOne() {
    assertEquals(
        List.of(new ManagedPolicy.Version("v1", Instant.parse("2015-02-06T18:39:46Z"))),
        policy("AdministratorAccess").versions());
  }
}

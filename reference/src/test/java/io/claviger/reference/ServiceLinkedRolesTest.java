package io.claviger.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServiceLinkedRolesTest {

  /// `role/aws-service-role/SERVICE/ROLE` in a managed policy, with nothing left open.
  private static final Pattern NAMED =
      Pattern.compile("role/aws-service-role/([a-z0-9.-]+)/(AWSServiceRoleFor[\\w-]+)\"");

  /// What AWS's managed policies name so and is of some other service, or another name for one.
  private static final Map<String, Set<String>> ODD =
      Map.of(
          "maintenance.elasticbeanstalk.amazonaws.com",
          Set.of("AWSServiceRoleForElasticBeanstalk"),
          "managedupdates.elasticbeanstalk.amazonaws.com",
          Set.of("AWSServiceRoleForElasticBeanstalk"),
          "redshift-data.amazonaws.com",
          Set.of("AWSServiceRoleForRedshift"),
          "sagemaker.application-autoscaling.amazonaws.com",
          Set.of("AWSServiceRoleForApplicationAutoScaling_SagemakerEndpoint"),
          "ssm-sap.amazonaws.com",
          Set.of("AWSServiceRoleForSSMForSAP"));

  private final ServiceLinkedRoles roles = ServiceLinkedRoles.load();

  @Test
  void roleIsFoundByItsService() {
    ServiceLinkedRole role = roles.find("autoscaling.amazonaws.com").orElseThrow();
    assertEquals("AWSServiceRoleForAutoScaling", role.roleName());
    assertEquals(
        "arn:aws:iam::aws:policy/aws-service-role/AutoScalingServiceRolePolicy",
        role.policy().orElseThrow().toString());
    assertTrue(role.takesSuffix());
    assertFalse(roles.find("ecs.amazonaws.com").orElseThrow().takesSuffix());
    assertTrue(roles.find("s3.amazonaws.com").isEmpty());
  }

  @Test
  void everyPolicyIsOneOfAws() {
    ManagedPolicies policies = ManagedPolicies.load();
    List<String> missing =
        roles.all().stream()
            .flatMap(role -> role.policy().stream())
            .filter(arn -> policies.find(arn).isEmpty())
            .map(Object::toString)
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyNameIsARolesAndStandsOnce() {
    Set<String> names = new TreeSet<>();
    for (ServiceLinkedRole role : roles.all()) {
      assertTrue(role.roleName().matches("AWSServiceRoleFor[\\w-]{2,47}"), role.roleName());
      assertTrue(role.service().endsWith(".amazonaws.com"), role.service());
      assertTrue(names.add(role.roleName()), role.roleName());
    }
  }

  @Test
  void whatManagedPoliciesNameIsInTheTable() {
    Map<String, Set<String>> named = new TreeMap<>();
    ManagedPolicies.load()
        .inOrder(null)
        .flatMap(
            policy -> policy.versions().stream().flatMap(v -> policy.document(v.id()).stream()))
        .forEach(document -> {
          Matcher matcher = NAMED.matcher(document);
          while (matcher.find()) {
            named.computeIfAbsent(matcher.group(1), _ -> new TreeSet<>()).add(matcher.group(2));
          }
        });
    assertTrue(named.size() > 80, () -> "found only " + named.size());
    Map<String, Set<String>> other = new TreeMap<>();
    named.forEach((service, names) -> {
      names.removeAll(ODD.getOrDefault(service, Set.of()));
      roles.find(service).ifPresent(role -> names.remove(role.roleName()));
      if (!names.isEmpty()) {
        other.put(service, names);
      }
    });
    assertEquals(Map.of(), other);
  }
}

package io.claviger.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceReferenceTest {

  private static final ServiceReference ALL = ServiceReference.load();
  private static final Service IAM = ALL.service("iam").orElseThrow();

  @Test
  void everyServiceCanBeRead() {
    assertTrue(ALL.prefixes().size() > 400, "only " + ALL.prefixes().size());
    int actions = 0;
    for (String prefix : ALL.prefixes()) {
      Service service = ALL.service(prefix).orElseThrow();
      assertFalse(service.name().isEmpty(), prefix);
      actions += service.actions().size();
    }
    assertTrue(actions > 20_000, "only " + actions);
  }

  @Test
  void actionTellsItsLevelResourcesAndKeys() {
    Action action = IAM.action("createrole").orElseThrow();
    assertEquals("CreateRole", action.name());
    assertEquals(AccessLevel.WRITE, action.accessLevel());
    assertEquals(List.of("role"), action.resources().stream().map(Action.Resource::type).toList());
    assertTrue(action.conditionKeys().contains("iam:PermissionsBoundary"));
    assertEquals(
        AccessLevel.PERMISSIONS_MANAGEMENT,
        IAM.action("AttachUserPolicy").orElseThrow().accessLevel());
    assertEquals(AccessLevel.TAGGING, IAM.action("TagUser").orElseThrow().accessLevel());
  }

  @Test
  void resourceTellsWhetherItIsRequiredAndItsOwnKeys() {
    Action runInstances = ALL.service("ec2").orElseThrow().action("RunInstances").orElseThrow();
    Action.Resource image = resource(runInstances, "image");
    assertTrue(image.required());
    assertTrue(image.conditionKeys().contains("ec2:ImageType"));
    assertFalse(resource(runInstances, "key-pair").required());
  }

  private static Action.Resource resource(Action action, String type) {
    return action.resources().stream().filter(r -> r.type().equals(type)).findFirst().orElseThrow();
  }

  @Test
  void resourceTypeTellsItsArnFormat() {
    ResourceType user = IAM.resourceType("user").orElseThrow();
    assertEquals("arn:${Partition}:iam::${Account}:user/${UserNameWithPath}", user.arnFormat());
    assertTrue(user.conditionKeys().contains("aws:ResourceTag/${TagKey}"));
  }

  @Test
  void conditionKeyTellsItsTypeAndWhetherItHoldsMany() {
    assertEquals(
        new ConditionKey("iam:PolicyARN", ConditionKey.Type.ARN, false),
        IAM.conditionKey("iam:policyarn").orElseThrow());
    assertEquals(
        new ConditionKey("aws:TagKeys", ConditionKey.Type.STRING, true),
        IAM.conditionKey("aws:TagKeys").orElseThrow());
  }

  @Test
  void globalKeysAreThoseOfTheUserGuide() {
    List<String> names = ALL.globalKeys().stream().map(ConditionKey::name).toList();
    assertTrue(
        names.containsAll(
            List.of(
                "aws:PrincipalArn", "aws:SourceIp", "aws:CalledVia", "aws:PrincipalTag/${TagKey}")),
        names::toString);
  }

  @Test
  void serviceIsReadOnceWhateverTheCaseOfItsPrefix() {
    assertSame(IAM, ALL.service("IAM").orElseThrow());
    assertEquals(Optional.empty(), ALL.service("no-such-service"));
  }
}

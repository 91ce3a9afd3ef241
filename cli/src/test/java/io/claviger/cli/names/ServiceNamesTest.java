package io.claviger.cli.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.policy.document.DocumentedNames.Advice;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.reference.Action;
import io.claviger.reference.ConditionKey;
import io.claviger.reference.ManagedPolicies;
import io.claviger.reference.ManagedPolicy;
import io.claviger.reference.Service;
import io.claviger.reference.ServiceReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that AWS does not document are told, and others are not.
class ServiceNamesTest {

  private static final ServiceNames NAMES = new ServiceNames(List.of("Billing-App"));

  private static String text(Optional<Advice> advice) {
    return advice.map(found -> found.id() + ": " + found.message()).orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3:GetObjct | INVALID_ACTION: AWS documents no action s3:GetObjct. Did you mean s3:GetObject?",
        "S3:getobjct | INVALID_ACTION: AWS documents no action S3:getobjct. Did you mean s3:GetObject?",
        "s3:Fly | INVALID_ACTION: AWS documents no action s3:Fly.",
        "s3:Gett* | INVALID_ACTION: AWS documents no action that s3:Gett* matches.",
        "s4:GetObject | INVALID_SERVICE_IN_ACTION: AWS documents no service s4.",
        "dynamdb:Get* | INVALID_SERVICE_IN_ACTION: AWS documents no service dynamdb. Did you mean dynamodb?"
      })
  void actionsThatAreNotDocumentedAreTold(String pattern, String said) {
    assertEquals(said, text(NAMES.onAction(pattern)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:GetObject",
        "S3:getobject",
        "s3:*",
        "s3:?etObject",
        "iam:*AccessKey*",
        "billing-app:Whatever",
        "BILLING-APP:*"
      })
  void ofOthersNothingIsSaid(String pattern) {
    assertEquals("", text(NAMES.onAction(pattern)));
  }

  @Test
  void ofServicesThatMayBeOnesOwnNothingIsSaid() {
    assertEquals("", text(NAMES.onActionOfAws("own:Read")));
    assertEquals("", text(NAMES.onActionOfAws("no action")));
    assertTrue(NAMES.onActionOfAws("s3:Fly").isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "aws:SourceIPs, INVALID_GLOBAL_CONDITION_KEY, aws:SourceIp",
    "AWS:PrincipalOrgIDs, INVALID_GLOBAL_CONDITION_KEY, aws:PrincipalOrgID",
    "s3:prefixes, INVALID_SERVICE_CONDITION_KEY, s3:prefix",
    "aws:PrincipalTag/, INVALID_GLOBAL_CONDITION_KEY, "
  })
  void conditionKeysThatAreNotDocumentedAreTold(String key, String id, String meant) {
    String nearest = meant == null ? "" : " Did you mean " + meant + '?';
    assertEquals(
        id + ": AWS documents no condition key " + key + '.' + nearest,
        text(NAMES.onConditionKey(key)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:sourceip",
        "aws:PrincipalTag/team",
        "aws:RequestTag/a:b/c",
        "s3:ExistingObjectTag/class",
        "secretsmanager:ResourceTag/team",
        "elasticloadbalancing:ResourceTag/team",
        "kms:EncryptionContext:purpose",
        "sts:ExternalId",
        "saml:aud",
        "token.actions.githubusercontent.com:sub",
        "idp.example.com/realm:groups",
        "keycloak/realms/main:aud",
        "billing-app:Plan"
      })
  void ofOtherKeysNothingIsSaid(String key) {
    assertEquals("", text(NAMES.onConditionKey(key)));
  }

  @Test
  void whatIsDocumentedIsKnown() {
    ServiceReference reference = ServiceReference.load();
    for (String prefix : reference.prefixes()) {
      Service service = reference.service(prefix).orElseThrow();
      for (Action action : service.actions()) {
        assertEquals("", text(NAMES.onAction(prefix + ':' + action.name())));
      }
      for (ConditionKey key : service.conditionKeys()) {
        String name = key.name().endsWith("/") ? key.name() + 'x' : key.name();
        assertEquals("", text(NAMES.onConditionKey(name)));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TOKEN.ACTIONS.githubusercontent.com:REF, token.actions.githubusercontent.com:ref",
    "AWS:principaltag/Team, aws:PrincipalTag/Team",
    "EC2:OSUSER, ec2:osuser",
    "own:Key, own:Key"
  })
  void keysAreSpeltAsAwsSpellsThem(String key, String spelling) {
    assertEquals(spelling, NAMES.keys().spelling(key));
  }

  /// The rest are about services that AWS has given up, or keeps to itself.
  @Test
  void nearlyAllOfAwssOwnPoliciesNameWhatIsDocumented() {
    List<ManagedPolicy> all = ManagedPolicies.load().inOrder(null).toList();
    long warned = all.stream().filter(policy -> isWarnedOf(policy.document())).count();
    assertTrue(all.size() > 1_000, () -> all.size() + " policies");
    assertTrue(warned < all.size() / 20, () -> warned + " of " + all.size());
  }

  private static boolean isWarnedOf(String document) {
    return PolicyParser.parse(document, PolicyKind.IDENTITY, NAMES).findings().stream()
        .anyMatch(finding -> finding.message().startsWith("AWS documents no"));
  }
}

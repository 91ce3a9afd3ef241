package io.claviger.service.sts;

import static io.claviger.service.sts.StsFixture.NEXT;
import static io.claviger.service.sts.StsFixture.WORKER;
import static io.claviger.service.sts.StsFixture.assume;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.access.Session;
import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.Tags;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/// What a session can carry, and what a chain of roles keeps.
class SessionLimitsTest {

  private final StsFixture sts = new StsFixture();

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private ServiceError error(AssumeRoleRequest.Builder request) {
    return sts.bob().error(request.build());
  }

  private List<PolicyDescriptorType> policies(int count) {
    List<PolicyDescriptorType> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      CustomerPolicy policy =
          CustomerPolicy.create(
              "ANPA" + i, "/", "P" + i, sts.iam.now(), Tags.NONE, "", StsFixture.DOCUMENT);
      sts.iam.change(InMemoryIam.ACCOUNT, Change.put(policy));
      result.add(
          PolicyDescriptorType.builder().arn(policy.arn(InMemoryIam.ACCOUNT).toString()).build());
    }
    return result;
  }

  @Test
  void Abuse_065_elevenPolicyArnsAreTooMany() {
    assertEquals(
        StsErrors.tooManyPolicyArns(10).message(),
        error(assume(WORKER).policyArns(policies(11))).message());
  }

  @Test
  void Abuse_065_tenPolicyArnsAreNot() {
    assertEquals(10, sts.session(assume(WORKER).policyArns(policies(10))).policyArns().size());
  }

  /// The document has 94 characters without its action.
  @Test
  void Abuse_065_plainTextEndsAt2048Characters() {
    String head =
        "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:";
    String tail = "\",\"Resource\":\"*\"}}";
    int room = 2048 - head.length() - tail.length();
    sts.session(assume(WORKER).policy(head + "a".repeat(room) + tail));
    assertEquals(
        StsErrors.policyTooLong(2048).message(),
        error(assume(WORKER).policy(head + "a".repeat(room + 1) + tail)).message());
  }

  @Test
  void Abuse_065_tagsThatDoNotPackAreTooLarge() {
    Random random = new Random(65);
    List<Tag> tags = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, noise(random))).toList();
    ServiceError error = error(assume(WORKER).tags(tags));
    assertEquals("PackedPolicyTooLarge", error.code());
    assertTrue(error.message().startsWith("Packed size of session tags consumes "));
  }

  @Test
  void Abuse_065_fiftyTagsThatPackAreNot() {
    List<Tag> tags = IntStream.range(0, 50).mapToObj(i -> tag("k" + i, "x".repeat(256))).toList();
    AssumeRoleResponse answer =
        sts.bob().call(assume(WORKER).tags(tags).build(), AssumeRoleResponse.class);
    assertEquals(50, sts.session(answer.credentials()).tags().all().size());
    assertTrue(answer.packedPolicySize() <= 100, () -> "packed: " + answer.packedPolicySize());
  }

  @Test
  void Abuse_065_keysThatDifferByCaseAreDuplicates() {
    assertEquals(
        StsErrors.duplicateTagKeys().message(),
        error(assume(WORKER).tags(tag("Team", "a"), tag("team", "b"))).message());
    sts.session(assume(WORKER).tags(tag("Team", "a"), tag("team2", "b")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Star", "star"})
  void Abuse_065_inheritedTagIsNotOverridden(String key) {
    Session first = sts.session(assume(WORKER).tags(tag("Star", "1")).transitiveTagKeys("Star"));
    InMemoryIam chained = sts.as(first);
    assertEquals(
        StsErrors.inheritedTagOverridden().message(),
        chained.error(assume(NEXT).tags(tag(key, "3")).build()).message());
    assertEquals(
        StsErrors.inheritedTagOverridden().message(),
        chained.error(assume(NEXT).transitiveTagKeys(key).build()).message());
  }

  @Test
  void Abuse_065_tagThatIsNotTransitiveMayBeSetAnew() {
    Session first = sts.session(assume(WORKER).tags(tag("Star", "1")));
    Session second = sts.opened(sts.as(first), assume(NEXT).tags(tag("Star", "3")));
    assertEquals(List.of(new Tags.Tag("Star", "3")), second.tags().all());
  }

  @Test
  void transitiveKeyNeedsItsTag() {
    assertEquals(
        StsErrors.transitiveKeyWithoutTag().message(),
        error(assume(WORKER).tags(tag("a", "1")).transitiveTagKeys("b")).message());
  }

  @Test
  void reservedTagKeyIsRefused() {
    assertEquals(
        StsErrors.reservedTagKey().message(),
        error(assume(WORKER).tags(tag("AWS:x", "1"))).message());
  }

  @Test
  void Abuse_070_sourceIdentityCannotBeChangedAlongAChain() {
    InMemoryIam chained = sts.as(sts.session(assume(WORKER).sourceIdentity("carol")));
    ServiceError error = chained.error(assume(NEXT).sourceIdentity("dave").build());
    assertEquals("AccessDenied", error.code());
    assertEquals(
        "User: arn:aws:sts::111122223333:assumed-role/Worker/work is not authorized to perform:"
            + " sts:SetSourceIdentity on resource: "
            + NEXT,
        error.message());
    assertEquals(
        "carol", sts.opened(chained, assume(NEXT).sourceIdentity("carol")).sourceIdentity());
  }

  @Test
  void sourceIdentityOfAwsIsNone() {
    InMemoryIam bob = sts.bob().enforcing();
    assertEquals(
        "ValidationError", bob.error(assume(WORKER).sourceIdentity("aws:me").build()).code());
  }

  private static String noise(Random random) {
    byte[] bytes = new byte[96];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().encodeToString(bytes);
  }
}

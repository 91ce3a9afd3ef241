package io.claviger.service.sts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sts.model.AssumeRootRequest;

class AssumeRootTest {

  private static final String AUDIT =
      "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials";

  private final InMemoryIam iam = new InMemoryIam();

  private static AssumeRootRequest request(String target, @Nullable String task) {
    return AssumeRootRequest.builder()
        .targetPrincipal(target)
        .taskPolicyArn(policy -> policy.arn(task))
        .build();
  }

  @ParameterizedTest
  @CsvSource({"111122223333", "arn:aws:iam::111122223333:root", "444455556666"})
  void nobodyIsAllowedWithoutAnOrganization(String target) {
    ServiceError error = iam.error(request(target, AUDIT));
    String account = target.replace("arn:aws:iam::", "").replace(":root", "");
    assertEquals("AccessDenied", error.code());
    assertEquals(
        "User: arn:aws:iam::111122223333:root is not authorized to perform: sts:AssumeRoot on"
            + " resource: arn:aws:iam::"
            + account
            + ":root",
        error.message());
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/bob, Request must contain a valid target principal",
    "arn:aws:iam::111122223333:rooted, Request must contain a valid target principal",
    "somebody-or-other, Request must contain a valid target principal",
  })
  void targetIsAnAccountOrItsRootUser(String target, String message) {
    assertEquals(message, iam.error(request(target, AUDIT)).message());
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "arn:aws:iam::aws:policy/root-task/Nothing",
    "arn:aws:iam::111122223333:policy/root-task/IAMAuditRootUserCredentials",
  })
  void taskIsOneOfAws(String task) {
    assertEquals(
        "Request must contain valid AWS managed task policy ARN",
        iam.error(request("111122223333", task)).message());
  }

  @Test
  void taskMustBeNamed() {
    assertEquals("ValidationError", iam.error(request("111122223333", null)).code());
  }

  @Test
  void permissionIsForTheTargetsRootUserWithTheTask() {
    var required = iam.requires(request("444455556666", AUDIT)).getFirst();
    assertEquals("sts:AssumeRoot", required.action());
    assertEquals("arn:aws:iam::444455556666:root", required.resource());
    assertEquals("444455556666", required.resourceAccount().digits());
  }
}

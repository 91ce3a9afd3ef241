package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The known ways from one permission of IAM's to many. Policies are obeyed: with the permission
/// the call succeeds, and a boundary or a deny stops it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalationAbuseTest {

  private static final String ALL = Policies.of(Policies.allow("*"));

  private final Site site = Site.start();
  private int next;

  @AfterAll
  void close() {
    site.close();
  }

  /// @param action of IAM's
  /// @param parameters with `%n` for the name of the user, role and group of that name, `%p` for
  ///   the ARN of its policy, `%t` for a trust policy
  record Way(String action, List<String> parameters) {

    static Way of(String action, String... parameters) {
      return new Way(action, List.of(parameters));
    }

    @Override
    public String toString() {
      return action;
    }
  }

  static Stream<Way> ways() {
    return Stream.of(
        Way.of("CreatePolicyVersion", "PolicyArn", "%p", "PolicyDocument", ALL),
        Way.of("SetDefaultPolicyVersion", "PolicyArn", "%p", "VersionId", "v1"),
        Way.of("AttachUserPolicy", "UserName", "%n", "PolicyArn", "%p"),
        Way.of("AttachGroupPolicy", "GroupName", "%n", "PolicyArn", "%p"),
        Way.of("AttachRolePolicy", "RoleName", "%n", "PolicyArn", "%p"),
        Way.of("PutUserPolicy", "UserName", "%n", "PolicyName", "x", "PolicyDocument", ALL),
        Way.of("PutGroupPolicy", "GroupName", "%n", "PolicyName", "x", "PolicyDocument", ALL),
        Way.of("PutRolePolicy", "RoleName", "%n", "PolicyName", "x", "PolicyDocument", ALL),
        Way.of("AddUserToGroup", "UserName", "%n", "GroupName", "%n"),
        Way.of("UpdateAssumeRolePolicy", "RoleName", "%n", "PolicyDocument", "%t"),
        Way.of("CreateAccessKey", "UserName", "%n"),
        Way.of("CreateLoginProfile", "UserName", "%n", "Password", "Correct-Horse-9"),
        Way.of("DeleteUserPermissionsBoundary", "UserName", "%n"));
  }

  private Answer take(Way way, Signer signer, String name) {
    String policy = "arn:aws:iam::" + site.account + ":policy/" + name;
    List<String> parameters = new ArrayList<>();
    for (String parameter : way.parameters()) {
      parameters.add(
          switch (parameter) {
            case "%n" -> name;
            case "%p" -> policy;
            case "%t" -> Policies.trusting(site.account.digits());
            default -> parameter;
          });
    }
    return site.iam(signer, way.action(), parameters.toArray(String[]::new));
  }

  /// A name under which there is a user, a role, a group and a policy that allows nothing yet.
  private String premises() {
    String name = "e" + next++;
    String harmless = Policies.of(Policies.allow("s3:ListBucket"));
    site.user(name);
    site.role(name, site.account.digits());
    site.iam(site.root, "CreateGroup", "GroupName", name).requireSuccess();
    site.iam(site.root, "CreatePolicy", "PolicyName", name, "PolicyDocument", harmless)
        .requireSuccess();
    return name;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void Abuse_054_boundaryAndDenyStopWhatAPolicyAllows(Way way) {
    String name = premises();
    String action = "iam:" + way.action();
    Signer bounded = site.user(name + "b", Policies.allow(action));
    String boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    site.iam(
            site.root,
            "PutUserPermissionsBoundary",
            "UserName",
            name + "b",
            "PermissionsBoundary",
            boundary)
        .requireSuccess();
    String message = take(way, bounded, name).requireError(403, "AccessDenied").value("Message");
    assertTrue(
        message.endsWith("because no permissions boundary allows the " + action + " action"),
        message);
    Signer forbidden = site.user(name + "f", Policies.allow("*"), Policies.deny(action));
    take(way, forbidden, name).requireError(403, "AccessDenied");
    Signer other = site.user(name + "o", Policies.allow("iam:List*"));
    take(way, other, name).requireError(403, "AccessDenied");

    Signer allowed = site.user(name + "a", Policies.allow(action));
    Answer answer = take(way, allowed, name);
    if (way.action().equals("DeleteUserPermissionsBoundary")) {
      answer.requireError(404, "NoSuchEntity");
    } else {
      answer.requireSuccess();
    }
  }

  @Test
  void Abuse_056_roleIsPassedOnlyByWhoMayPassIt() {
    String name = premises();
    String profile = "p" + name;
    site.iam(site.root, "CreateInstanceProfile", "InstanceProfileName", profile).requireSuccess();
    String add = Policies.allow("iam:AddRoleToInstanceProfile");
    String role = "arn:aws:iam::" + site.account + ":role/";
    List<Signer> refused =
        List.of(
            site.user(name + "1", add),
            site.user(name + "2", add, Policies.allow("iam:PassRole", role + name + "x")),
            site.user(name + "3", add, Policies.allow("iam:PassRole", role + "other/*")),
            site.user(
                name + "4",
                add,
                Policies.allow("iam:PassRole", "arn:aws:iam::444455556666:role/" + name)),
            site.user(
                name + "5",
                add,
                Policies.allowIf(
                    "iam:PassRole",
                    "\"StringEquals\":{\"iam:PassedToService\":\"lambda.amazonaws.com\"}")));
    for (Signer signer : refused) {
      add(signer, profile, name).requireError(403, "AccessDenied");
    }
    add(site.user(name + "6", add, Policies.allow("iam:PassRole", role + name)), profile, name)
        .requireSuccess();
  }

  private Answer add(Signer signer, String profile, String role) {
    return site.iam(
        signer, "AddRoleToInstanceProfile", "InstanceProfileName", profile, "RoleName", role);
  }
}

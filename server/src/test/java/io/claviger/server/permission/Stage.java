package io.claviger.server.permission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.model.AccessKey;

/// A new account in which one sample is played: all is set, and its caller, a user of the account,
/// has no right but what it is given here.
final class Stage implements AutoCloseable {

  static final String CALLER = "carol";

  private static final String OF_NO_USE =
      Policies.statement("Allow", "Action", "s3:GetObject", "*");

  private final Premises premises;
  private final Actor root;
  private final Actor caller;
  private final Consumer<Actor> call;

  Stage(Premises premises, Sample sample) {
    this.premises = premises;
    this.root = premises.newAccount();
    root.iam().createUser(user -> user.userName(CALLER));
    AccessKey key = root.iam().createAccessKey(user -> user.userName(CALLER)).accessKey();
    this.caller = premises.actor(root.account(), key.accessKeyId(), key.secretAccessKey());
    this.call = sample.setUp(root);
  }

  void allow(List<Permission> permissions) {
    put(permissions.stream().map(permission -> permission.statement(root.account())));
  }

  /// Makes these the statements of the caller's one policy.
  void put(Stream<String> statements) {
    String policy = Policies.of(Stream.concat(Stream.of(OF_NO_USE), statements).toList());
    root.iam()
        .putUserPolicy(put -> put.userName(CALLER).policyName("Rights").policyDocument(policy));
  }

  void call() {
    call.accept(caller);
  }

  /// Requires that the call is denied for want of this permission, and has changed nothing.
  ///
  /// @return AWS's message
  String denied(Permission permission) {
    long version = premises.version(root.account());
    AwsServiceException denied = assertThrows(AwsServiceException.class, this::call);
    String message = denied.awsErrorDetails().errorMessage();
    assertEquals("AccessDenied", denied.awsErrorDetails().errorCode(), message);
    assertEquals(403, denied.statusCode(), message);
    String arn = permission.arn(root.account());
    // A permission for whatever has an id that is only known when it is made.
    String resource = arn.endsWith("/*") ? arn.substring(0, arn.length() - 1) : arn + " ";
    String expected =
        "User: %s is not authorized to perform: %s on resource: %s"
            .formatted(root.arn("user/" + CALLER), permission.action(), resource);
    assertTrue(message.startsWith(expected), () -> message + " instead of " + expected);
    assertEquals(version, premises.version(root.account()), "changed all the same");
    return message;
  }

  static List<Permission> without(Permission left, List<Permission> all) {
    return all.stream().filter(permission -> !permission.equals(left)).toList();
  }

  @Override
  public void close() {
    root.close();
    caller.close();
  }
}

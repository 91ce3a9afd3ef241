package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.InvalidUserTypeException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PasswordPolicyViolationException;

class PasswordsTest implements OperationFamily {

  private static final String NEW = "New-Passw0rd!";

  @Test
  @Success({"CreateLoginProfile", "GetLoginProfile", "UpdateLoginProfile", "DeleteLoginProfile"})
  void passwordIsSetChangedAndDeleted(Tenant t) {
    Given.user(t, "ann");
    var made =
        t.iam()
            .createLoginProfile(
                in -> in.userName("ann").password(Given.PASSWORD).passwordResetRequired(true))
            .loginProfile();
    assertTrue(made.passwordResetRequired());
    assertEquals(made, profile(t));
    t.iam().updateLoginProfile(in -> in.userName("ann").password(NEW).passwordResetRequired(false));
    assertEquals(false, profile(t).passwordResetRequired());
    t.iam().deleteLoginProfile(in -> in.userName("ann"));
    assertThrows(NoSuchEntityException.class, () -> profile(t));
  }

  @Test
  @Success("ChangePassword")
  void userChangesTheOwnPassword(Tenant t) {
    IamClient ann = annWithPassword(t);
    ann.changePassword(in -> in.oldPassword(Given.PASSWORD).newPassword(NEW));
    assertThrows(
        IamException.class,
        () -> ann.changePassword(in -> in.oldPassword(Given.PASSWORD).newPassword(NEW)));
    ann.changePassword(in -> in.oldPassword(NEW).newPassword(Given.PASSWORD));
  }

  private static software.amazon.awssdk.services.iam.model.LoginProfile profile(Tenant t) {
    return t.iam().getLoginProfile(in -> in.userName("ann")).loginProfile();
  }

  private static void password(Tenant t, String password) {
    t.iam().createLoginProfile(in -> in.userName("ann").password(password));
  }

  /// A user that may do everything.
  private static IamClient ann(Tenant t) {
    Given.user(t, "ann");
    t.iam()
        .attachUserPolicy(
            in -> in.userName("ann").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
    return t.iam(Tenant.credentials(Given.accessKey(t, "ann")));
  }

  private static IamClient annWithPassword(Tenant t) {
    IamClient ann = ann(t);
    password(t, Given.PASSWORD);
    return ann;
  }

  @Override
  public List<Refusal> refusals() {
    return List.of(
        Refusal.noSuchEntity("CreateLoginProfile", t -> password(t, Given.PASSWORD)),
        Refusal.alreadyExists(
            "CreateLoginProfile",
            t -> {
              Given.user(t, "ann");
              password(t, Given.PASSWORD);
              password(t, Given.PASSWORD);
            }),
        Refusal.of(
            "CreateLoginProfile",
            PasswordPolicyViolationException.class,
            t -> {
              Given.user(t, "ann");
              password(t, "short");
            }),
        Refusal.noSuchEntity(
            "GetLoginProfile",
            t -> {
              Given.user(t, "ann");
              profile(t);
            }),
        Refusal.noSuchEntity(
            "UpdateLoginProfile",
            t -> {
              Given.user(t, "ann");
              t.iam().updateLoginProfile(in -> in.userName("ann").password(NEW));
            }),
        Refusal.of(
            "UpdateLoginProfile",
            PasswordPolicyViolationException.class,
            t -> {
              Given.user(t, "ann");
              password(t, Given.PASSWORD);
              t.iam().updateLoginProfile(in -> in.userName("ann").password("short"));
            }),
        Refusal.noSuchEntity(
            "DeleteLoginProfile", t -> t.iam().deleteLoginProfile(in -> in.userName("ann"))),
        Refusal.noSuchEntity(
            "ChangePassword",
            t -> ann(t).changePassword(in -> in.oldPassword(Given.PASSWORD).newPassword(NEW))),
        Refusal.of(
            "ChangePassword",
            PasswordPolicyViolationException.class,
            t ->
                annWithPassword(t)
                    .changePassword(in -> in.oldPassword(Given.PASSWORD).newPassword("short"))),
        Refusal.of(
            "ChangePassword",
            InvalidUserTypeException.class,
            t -> t.iam().changePassword(in -> in.oldPassword(Given.PASSWORD).newPassword(NEW))));
  }
}

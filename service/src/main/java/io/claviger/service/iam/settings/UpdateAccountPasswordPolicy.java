package io.claviger.service.iam.settings;

import io.claviger.account.Change;
import io.claviger.account.PasswordPolicy;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyResponse;

/// Sets the account's password policy as a whole: what is left out takes its default, whatever it
/// was before.
///
/// Permissions: `iam:UpdateAccountPasswordPolicy`, which has no resource type.
///
/// AWS rule: IAM API Reference, "UpdateAccountPasswordPolicy": "This operation does not support
/// partial updates."
record UpdateAccountPasswordPolicy()
    implements WriteOperation<
        UpdateAccountPasswordPolicyRequest, UpdateAccountPasswordPolicyResponse> {

  private static final int DEFAULT_LENGTH = 6;

  @Override
  public Class<UpdateAccountPasswordPolicyRequest> input() {
    return UpdateAccountPasswordPolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      UpdateAccountPasswordPolicyRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:UpdateAccountPasswordPolicy"));
  }

  @Override
  public Outcome<UpdateAccountPasswordPolicyResponse> run(
      UpdateAccountPasswordPolicyRequest input, Call call, View view) {
    PasswordPolicy policy =
        new PasswordPolicy(
            Objects.requireNonNullElse(input.minimumPasswordLength(), DEFAULT_LENGTH),
            Boolean.TRUE.equals(input.requireSymbols()),
            Boolean.TRUE.equals(input.requireNumbers()),
            Boolean.TRUE.equals(input.requireUppercaseCharacters()),
            Boolean.TRUE.equals(input.requireLowercaseCharacters()),
            Boolean.TRUE.equals(input.allowUsersToChangePassword()),
            input.maxPasswordAge(),
            input.passwordReusePrevention(),
            input.hardExpiry());
    return new Outcome<>(
        Change.put(view.home().settings().withPasswordPolicy(policy)),
        UpdateAccountPasswordPolicyResponse.builder().build());
  }
}

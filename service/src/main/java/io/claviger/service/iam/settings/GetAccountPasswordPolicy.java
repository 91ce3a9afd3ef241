package io.claviger.service.iam.settings;

import io.claviger.account.PasswordPolicy;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetAccountPasswordPolicyResponse;

/// The account's password policy; an error where AWS's default holds.
///
/// Permissions: `iam:GetAccountPasswordPolicy`, which has no resource type.
record GetAccountPasswordPolicy()
    implements ReadOperation<GetAccountPasswordPolicyRequest, GetAccountPasswordPolicyResponse> {

  @Override
  public Class<GetAccountPasswordPolicyRequest> input() {
    return GetAccountPasswordPolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetAccountPasswordPolicyRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:GetAccountPasswordPolicy"));
  }

  @Override
  public GetAccountPasswordPolicyResponse run(
      GetAccountPasswordPolicyRequest input, Call call, View view) {
    PasswordPolicy policy = view.home().settings().passwordPolicy();
    if (policy == null) {
      throw IamErrors.noSuchPasswordPolicy(view.home().id().digits());
    }
    return GetAccountPasswordPolicyResponse.builder().passwordPolicy(shown(policy)).build();
  }

  private static software.amazon.awssdk.services.iam.model.PasswordPolicy shown(
      PasswordPolicy policy) {
    return software.amazon.awssdk.services.iam.model.PasswordPolicy.builder()
        .minimumPasswordLength(policy.minimumLength())
        .requireSymbols(policy.requireSymbols())
        .requireNumbers(policy.requireNumbers())
        .requireUppercaseCharacters(policy.requireUppercase())
        .requireLowercaseCharacters(policy.requireLowercase())
        .allowUsersToChangePassword(policy.allowUsersToChange())
        .expirePasswords(policy.maxAgeDays() != null)
        .maxPasswordAge(policy.maxAgeDays())
        .passwordReusePrevention(policy.reusePrevention())
        .hardExpiry(policy.hardExpiry())
        .build();
  }
}

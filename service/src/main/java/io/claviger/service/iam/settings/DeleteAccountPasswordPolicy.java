package io.claviger.service.iam.settings;

import io.claviger.account.AccountSettings;
import io.claviger.account.Change;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountPasswordPolicyResponse;

/// Removes the account's password policy: AWS's default holds from here on.
///
/// Permissions: `iam:DeleteAccountPasswordPolicy`, which has no resource type.
record DeleteAccountPasswordPolicy()
    implements WriteOperation<
        DeleteAccountPasswordPolicyRequest, DeleteAccountPasswordPolicyResponse> {

  @Override
  public Class<DeleteAccountPasswordPolicyRequest> input() {
    return DeleteAccountPasswordPolicyRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      DeleteAccountPasswordPolicyRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:DeleteAccountPasswordPolicy"));
  }

  @Override
  public Outcome<DeleteAccountPasswordPolicyResponse> run(
      DeleteAccountPasswordPolicyRequest input, Call call, View view) {
    AccountSettings settings = view.home().settings();
    if (settings.passwordPolicy() == null) {
      throw IamErrors.noPasswordPolicyToDelete();
    }
    return new Outcome<>(
        Change.put(settings.withPasswordPolicy(null)),
        DeleteAccountPasswordPolicyResponse.builder().build());
  }
}

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
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.DeleteAccountAliasResponse;

/// Takes the account's alias away, which must be named.
///
/// Permissions: `iam:DeleteAccountAlias`, which has no resource type.
record DeleteAccountAlias()
    implements WriteOperation<DeleteAccountAliasRequest, DeleteAccountAliasResponse> {

  @Override
  public Class<DeleteAccountAliasRequest> input() {
    return DeleteAccountAliasRequest.class;
  }

  @Override
  public List<AccessRequest> requires(DeleteAccountAliasRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:DeleteAccountAlias"));
  }

  @Override
  public Outcome<DeleteAccountAliasResponse> run(
      DeleteAccountAliasRequest input, Call call, View view) {
    AccountSettings settings = view.home().settings();
    if (!input.accountAlias().equals(settings.alias())) {
      throw IamErrors.noSuchAlias(input.accountAlias());
    }
    return new Outcome<>(
        Change.put(settings.withAlias(null)), DeleteAccountAliasResponse.builder().build());
  }
}

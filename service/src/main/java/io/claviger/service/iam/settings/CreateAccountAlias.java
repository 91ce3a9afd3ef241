package io.claviger.service.iam.settings;

import io.claviger.account.Change;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasRequest;
import software.amazon.awssdk.services.iam.model.CreateAccountAliasResponse;

/// Gives the account an alias, in place of the one it has. Aliases are unique over all accounts;
/// the store refuses the second of two that are given at the same time.
///
/// Permissions: `iam:CreateAccountAlias`, which has no resource type.
///
/// AWS rule: IAM User Guide, "Creating, deleting, and listing an AWS account alias".
record CreateAccountAlias()
    implements WriteOperation<CreateAccountAliasRequest, CreateAccountAliasResponse> {

  @Override
  public Class<CreateAccountAliasRequest> input() {
    return CreateAccountAliasRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreateAccountAliasRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:CreateAccountAlias"));
  }

  @Override
  public Outcome<CreateAccountAliasResponse> run(
      CreateAccountAliasRequest input, Call call, View view) {
    String alias = input.accountAlias();
    // An alias of twelve digits would pass for the id of an account.
    boolean isTaken =
        AccountId.find(alias).isPresent()
            || alias.equals(view.home().settings().alias())
            || view.accountWithAlias(alias).isPresent();
    if (isTaken) {
      throw IamErrors.aliasTaken(alias);
    }
    return new Outcome<>(
        Change.put(view.home().settings().withAlias(alias)),
        CreateAccountAliasResponse.builder().build());
  }
}

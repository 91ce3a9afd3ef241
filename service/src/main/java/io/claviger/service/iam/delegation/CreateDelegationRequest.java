package io.claviger.service.iam.delegation;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.DelegationRequest;
import io.claviger.account.DelegationRequest.Parameter;
import io.claviger.account.EntityKind;
import io.claviger.account.Quota;
import io.claviger.account.View;
import io.claviger.base.AccountId;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamQuotas;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.CreateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.CreateDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.PolicyParameter;
import software.amazon.awssdk.services.iam.model.PolicyParameterTypeEnum;

/// Asks to have permissions delegated: by identities of one account, or of any that has the id.
/// Only partners that the operator has registered can, and only for what their templates give.
///
/// Permissions: `iam:CreateDelegationRequest` on the account's delegation requests.
///
/// AWS rule: IAM API Reference, "CreateDelegationRequest".
record CreateDelegationRequest(Partners partners)
    implements WriteOperation<CreateDelegationRequestRequest, CreateDelegationRequestResponse> {

  @Override
  public Class<CreateDelegationRequestRequest> input() {
    return CreateDelegationRequestRequest.class;
  }

  @Override
  public List<AccessRequest> requires(CreateDelegationRequestRequest input, Call call, View view) {
    RequestContext keys =
        RequestContext.EMPTY
            .with("iam:DelegationDuration", input.sessionDuration().toString())
            .with("iam:NotificationChannel", input.notificationChannel());
    String template = input.permissions().policyTemplateArn();
    RequestContext all = template == null ? keys : keys.with("iam:TemplateArn", template);
    return List.of(SeenRequest.access(view, "iam:CreateDelegationRequest", "*").withContext(all));
  }

  @Override
  public Outcome<CreateDelegationRequestResponse> run(
      CreateDelegationRequestRequest input, Call call, View view) {
    Account home = view.home();
    DelegationRequest request = request(input, call, home);
    if (home.hasDelegationWorkflow(request.workflowId())) {
      throw DelegationErrors.workflowTaken(request.workflowId());
    }
    IamQuotas.requireRoom(Quota.DELEGATION_REQUESTS, EntityKind.DELEGATION_REQUEST, home);
    Change change = Change.put(request);
    for (DelegationRequest old : Forgotten.requests(home, call.now())) {
      change = change.andRemove(old.key());
    }
    return new Outcome<>(
        change,
        CreateDelegationRequestResponse.builder().delegationRequestId(request.id()).build());
  }

  private DelegationRequest request(CreateDelegationRequestRequest input, Call call, Account home) {
    String templateArn = input.permissions().policyTemplateArn();
    if (templateArn == null) {
      throw DelegationErrors.templateMissing();
    }
    Partner partner =
        partners
            .of(home.id())
            .filter(each -> each.template(templateArn).isPresent())
            .orElseThrow(() -> DelegationErrors.noSuchTemplate(templateArn, home.id().digits()));
    List<Parameter> parameters =
        input.permissions().parameters().stream().map(CreateDelegationRequest::parameter).toList();
    String policy = partner.template(templateArn).orElseThrow().render(parameters);
    return new DelegationRequest(
        DelegationRequest.newId(home.id(), call.ids()),
        home.id(),
        partner.name(),
        call.now(),
        account(input.ownerAccountId()),
        input.description(),
        templateArn,
        parameters,
        policy,
        input.requestorWorkflowId(),
        input.requestMessage(),
        Channels.redirect(input.redirectUrl()),
        Channels.topic(input.notificationChannel(), home.id()),
        input.sessionDuration(),
        Boolean.TRUE.equals(input.onlySendByOwner()));
  }

  private static Parameter parameter(PolicyParameter given) {
    if (given.name() == null || given.type() == null || !given.hasValues()) {
      throw DelegationErrors.parameterIncomplete();
    }
    return new Parameter(
        given.name(), given.values(), given.type() == PolicyParameterTypeEnum.STRING_LIST);
  }

  private static @Nullable AccountId account(@Nullable String digits) {
    return digits == null ? null : new AccountId(digits);
  }
}

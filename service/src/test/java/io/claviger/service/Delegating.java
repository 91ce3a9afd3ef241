package io.claviger.service;

import io.claviger.access.Caller;
import io.claviger.account.Change;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.testkit.BucketTemplate;
import io.claviger.wire.ServiceError;
import java.util.Locale;
import software.amazon.awssdk.services.iam.model.AcceptDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.AssociateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.CreateDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.CreateDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.DelegationRequest;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.GetDelegationRequestResponse;
import software.amazon.awssdk.services.iam.model.PolicyParameter;
import software.amazon.awssdk.services.iam.model.PolicyParameterTypeEnum;
import software.amazon.awssdk.services.iam.model.RejectDelegationRequestRequest;
import software.amazon.awssdk.services.iam.model.SendDelegationTokenRequest;
import software.amazon.awssdk.services.iam.model.UpdateDelegationRequestRequest;

/// A partner's account, a customer's with its root and with users, and a third one. Calls are
/// enforced.
public final class Delegating {

  public static final AccountId CUSTOMER = InMemoryIam.ACCOUNT;
  public static final AccountId PARTNER = new AccountId("444455556666");
  public static final AccountId STRANGER = new AccountId("777788889999");

  public final InMemoryIam customer = new InMemoryIam().enforcing();
  public final InMemoryIam partner = customer.as(InMemoryIam.root(PARTNER));
  public final InMemoryIam stranger = customer.as(InMemoryIam.root(STRANGER));
  private int workflows;

  public Delegating() {
    customer.addAccount(PARTNER);
    customer.addAccount(STRANGER);
  }

  /// A user of the customer's with these actions allowed on everything.
  public InMemoryIam user(String name, String... actions) {
    String id = "AIDA" + name.toUpperCase(Locale.ROOT);
    IdentityPolicies policies = IdentityPolicies.NONE;
    for (String action : actions) {
      policies =
          policies.putInline(
              action.replace(':', '-').replace('*', 'A'),
              """
              {"Version":"2012-10-17",\
              "Statement":{"Effect":"Allow","Action":"%s","Resource":"*"}}\
              """
                  .formatted(action));
    }
    User user = User.create(id, "/", name, customer.now(), Tags.NONE, null).withPolicies(policies);
    customer.change(CUSTOMER, Change.put(user));
    return customer.as(new Caller.IamUser(CUSTOMER, id, user.arn(CUSTOMER), "AKIATEST", null));
  }

  public CreateDelegationRequestRequest.Builder request() {
    return CreateDelegationRequestRequest.builder()
        .description("sets up monitoring")
        .permissions(permissions ->
            permissions
                .policyTemplateArn(BucketTemplate.ARN)
                .parameters(
                    PolicyParameter.builder()
                        .name(BucketTemplate.PARAMETER)
                        .type(PolicyParameterTypeEnum.STRING)
                        .values("logs")
                        .build()))
        .requestorWorkflowId("workflow-" + workflows++)
        .notificationChannel("arn:aws:sns:eu-central-1:" + PARTNER + ":acme")
        .redirectUrl("https://acme.example/done")
        .sessionDuration(3_600);
  }

  public String create(CreateDelegationRequestRequest.Builder request) {
    return partner
        .call(request.build(), CreateDelegationRequestResponse.class)
        .delegationRequestId();
  }

  public String create() {
    return create(request());
  }

  /// A request that somebody has taken over.
  public String createdFor(InMemoryIam owner) {
    String id = create();
    associate(owner, id);
    return id;
  }

  public static void associate(InMemoryIam by, String id) {
    by.call(AssociateDelegationRequestRequest.builder().delegationRequestId(id).build());
  }

  public static void update(InMemoryIam by, String id) {
    by.call(UpdateDelegationRequestRequest.builder().delegationRequestId(id).notes("look").build());
  }

  public static void accept(InMemoryIam by, String id) {
    by.call(AcceptDelegationRequestRequest.builder().delegationRequestId(id).build());
  }

  public static void reject(InMemoryIam by, String id) {
    by.call(RejectDelegationRequestRequest.builder().delegationRequestId(id).notes("no").build());
  }

  public static void send(InMemoryIam by, String id) {
    by.call(SendDelegationTokenRequest.builder().delegationRequestId(id).build());
  }

  public static DelegationRequest get(InMemoryIam by, String id) {
    return by.call(
            GetDelegationRequestRequest.builder().delegationRequestId(id).build(),
            GetDelegationRequestResponse.class)
        .delegationRequest();
  }

  /// The code of the error that a call ends with; `OK` if it does not.
  public static String outcome(Runnable call) {
    try {
      call.run();
      return "OK";
    } catch (ServiceError error) {
      return error.code();
    }
  }
}

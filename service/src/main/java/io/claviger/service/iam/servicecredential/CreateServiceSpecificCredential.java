package io.claviger.service.iam.servicecredential;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.Ids;
import io.claviger.account.Quotas;
import io.claviger.account.ServiceSpecificCredential;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamEntities;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialRequest;
import software.amazon.awssdk.services.iam.model.CreateServiceSpecificCredentialResponse;

/// Makes a credential for one service. The answer is the only place its secret is ever shown.
///
/// Permissions: `iam:CreateServiceSpecificCredential` on the user, with
/// `iam:ServiceSpecificCredentialServiceName` and, where it is to expire,
/// `iam:ServiceSpecificCredentialAgeDays`.
record CreateServiceSpecificCredential()
    implements WriteOperation<
        CreateServiceSpecificCredentialRequest, CreateServiceSpecificCredentialResponse> {

  @Override
  public Class<CreateServiceSpecificCredentialRequest> input() {
    return CreateServiceSpecificCredentialRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      CreateServiceSpecificCredentialRequest input, Call call, View view) {
    AccessRequest access =
        IamResources.with(
            IamResources.user(view.home(), "iam:CreateServiceSpecificCredential", input.userName()),
            ServiceCredentials.SERVICE_KEY,
            input.serviceName());
    Integer days = input.credentialAgeDays();
    return List.of(
        days == null
            ? access
            : IamResources.with(access, "iam:ServiceSpecificCredentialAgeDays", days.toString()));
  }

  @Override
  public Outcome<CreateServiceSpecificCredentialResponse> run(
      CreateServiceSpecificCredentialRequest input, Call call, View view) {
    User user = IamEntities.user(view.home(), input.userName());
    CredentialService service = CredentialService.require(input.serviceName());
    Integer days = input.credentialAgeDays();
    if (days != null && !service.takesApiKeys()) {
      throw ServiceCredentialErrors.noExpiryFor(service.principal());
    }
    requireRoom(user, service, view.home());
    ServiceSpecificCredential credential =
        new ServiceSpecificCredential(
            call.ids().uniqueId(Ids.Prefix.ACCA),
            user.id(),
            service.principal(),
            freeAlias(user, service, view.home()),
            true,
            call.now(),
            days == null ? null : call.now().plus(Duration.ofDays(days)));
    ServiceSecret secret = ServiceSecret.generate(service, credential.alias(), call.ids());
    return new Outcome<>(
        Change.put(credential).andSecret(ServiceSecret.name(credential), secret.hash()),
        CreateServiceSpecificCredentialResponse.builder()
            .serviceSpecificCredential(
                ServiceCredentials.shown(credential, user.name(), secret, call.now()))
            .build());
  }

  private static void requireRoom(User user, CredentialService service, Account home) {
    long present =
        home.credentialsOf(user.id(), ServiceSpecificCredential.class).stream()
            .filter(other -> other.service().equals(service.principal()))
            .count();
    if (present >= Quotas.SERVICE_SPECIFIC_CREDENTIALS_PER_USER) {
      throw IamErrors.limitExceeded(
          "ServiceSpecificCredentialsPerUser", Quotas.SERVICE_SPECIFIC_CREDENTIALS_PER_USER);
    }
  }

  /// `jane-at-111122223333`, and `jane+1-at-111122223333` where that is taken: by jane's other
  /// credential, or by that of a user who was called jane before.
  ///
  /// AWS rule: IAM API Reference, "ServiceSpecificCredential", `ServiceUserName`.
  private static String freeAlias(User user, CredentialService service, Account home) {
    String alias = user.name() + "-at-" + home.id();
    for (int i = 1; isTaken(service, alias, home); i++) {
      alias = user.name() + '+' + i + "-at-" + home.id();
    }
    return alias;
  }

  private static boolean isTaken(CredentialService service, String alias, Account home) {
    return home.serviceSpecificCredentials().named(service.principal() + '/' + alias).isPresent();
  }
}

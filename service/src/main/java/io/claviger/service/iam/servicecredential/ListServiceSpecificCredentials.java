package io.claviger.service.iam.servicecredential;

import io.claviger.account.Account;
import io.claviger.account.ServiceSpecificCredential;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Owner;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsRequest;
import software.amazon.awssdk.services.iam.model.ListServiceSpecificCredentialsResponse;

/// The service-specific credentials of a user or of the caller itself, or those of all users for
/// one service, without their secrets.
///
/// Permissions: `iam:ListServiceSpecificCredentials` on the user; for all users on `user/`.
record ListServiceSpecificCredentials()
    implements ReadOperation<
        ListServiceSpecificCredentialsRequest, ListServiceSpecificCredentialsResponse> {

  private static final String ACTION = "iam:ListServiceSpecificCredentials";

  @Override
  public Class<ListServiceSpecificCredentialsRequest> input() {
    return ListServiceSpecificCredentialsRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      ListServiceSpecificCredentialsRequest input, Call call, View view) {
    return List.of(
        isOfAllUsers(input)
            ? IamResources.listed(view.home(), ACTION, "user", null)
            : Owner.access(view.home(), ACTION, input.userName(), call));
  }

  @Override
  public ListServiceSpecificCredentialsResponse run(
      ListServiceSpecificCredentialsRequest input, Call call, View view) {
    Account home = view.home();
    Page.Request request = Page.Request.of(input, input.maxItems(), input.marker());
    Page<ServiceSpecificCredential> page =
        isOfAllUsers(input)
            ? ofAllUsers(input, request, home)
            : ofOwner(Owner.of(input.userName(), call, home), input.serviceName(), request, home);
    return ListServiceSpecificCredentialsResponse.builder()
        .serviceSpecificCredentials(
            page.map(found -> ServiceCredentials.listed(found, userName(found, home), call.now()))
                .items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static boolean isOfAllUsers(ListServiceSpecificCredentialsRequest input) {
    return Boolean.TRUE.equals(input.allUsers());
  }

  private static Page<ServiceSpecificCredential> ofOwner(
      Owner owner, @Nullable String service, Page.Request request, Account home) {
    String wanted = service == null ? null : CredentialService.require(service).principal();
    List<ServiceSpecificCredential> all =
        home.credentialsOf(owner.id(), ServiceSpecificCredential.class).stream()
            .filter(found -> wanted == null || found.service().equals(wanted))
            .toList();
    return Page.ofShort(request, all, ServiceSpecificCredential::name);
  }

  private static Page<ServiceSpecificCredential> ofAllUsers(
      ListServiceSpecificCredentialsRequest input, Page.Request request, Account home) {
    if (input.userName() != null) {
      throw ServiceCredentialErrors.allUsersAndOne();
    }
    if (input.serviceName() == null) {
      throw ServiceCredentialErrors.allUsersOfNoService();
    }
    String service = CredentialService.require(input.serviceName()).principal();
    return Page.of(
        request, after -> ofService(service, after, home), ServiceSpecificCredential::name);
  }

  /// The credentials for a service, in the order of their names, from behind the given one.
  private static Stream<ServiceSpecificCredential> ofService(
      String service, @Nullable String after, Account home) {
    // A marker of another list must not lead out of this service.
    String start = service + '/';
    String from = Objects.requireNonNullElse(after, start);
    return home.serviceSpecificCredentials()
        .inOrder(from.toLowerCase(Locale.ROOT).startsWith(start) ? from : start)
        .takeWhile(found -> found.service().equals(service));
  }

  private static @Nullable String userName(ServiceSpecificCredential credential, Account home) {
    return Owner.byId(credential.ownerId(), home).map(Owner::userName).orElse(null);
  }
}

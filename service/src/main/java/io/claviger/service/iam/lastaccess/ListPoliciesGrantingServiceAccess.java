package io.claviger.service.iam.lastaccess;

import io.claviger.account.Account;
import io.claviger.account.Group;
import io.claviger.account.PolicyHolder;
import io.claviger.account.Role;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.reference.Service;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Page;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessEntry;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessRequest;
import software.amazon.awssdk.services.iam.model.ListPoliciesGrantingServiceAccessResponse;
import software.amazon.awssdk.services.iam.model.PolicyGrantingServiceAccess;
import software.amazon.awssdk.services.iam.model.PolicyOwnerEntityType;
import software.amazon.awssdk.services.iam.model.PolicyType;

/// Lists the policies by which a user, group or role may reach services: for each service that is
/// asked for, in that order and once, the policies that grant something of it, those of a user's
/// groups among them.
///
/// Permissions: `iam:ListPoliciesGrantingServiceAccess` on the user, group or role.
///
/// AWS rule: IAM API Reference, "ListPoliciesGrantingServiceAccess".
record ListPoliciesGrantingServiceAccess(AttachablePolicies policies, ServiceReference reference)
    implements ReadOperation<
        ListPoliciesGrantingServiceAccessRequest, ListPoliciesGrantingServiceAccessResponse> {

  @Override
  public Class<ListPoliciesGrantingServiceAccessRequest> input() {
    return ListPoliciesGrantingServiceAccessRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      ListPoliciesGrantingServiceAccessRequest input, Call call, View view) {
    return List.of(
        new EntityArn(input.arn()).access(view.home(), "iam:ListPoliciesGrantingServiceAccess"));
  }

  @Override
  public ListPoliciesGrantingServiceAccessResponse run(
      ListPoliciesGrantingServiceAccessRequest input, Call call, View view) {
    Account home = view.home();
    PolicyHolder holder = holder(new EntityArn(input.arn()), call, home);
    Set<String> namespaces = new LinkedHashSet<>(input.serviceNamespaces());
    List<String> unknown =
        namespaces.stream().filter(namespace -> service(namespace).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      throw LastAccessErrors.invalidNamespaces(unknown);
    }
    List<SourcePolicy> sources = SourcePolicy.of(holder, home, policies);
    Page<ListPoliciesGrantingServiceAccessEntry> page =
        Page.of(
                Page.Request.of(input, null, input.marker()),
                after -> after(namespaces, after),
                namespace -> namespace)
            .map(namespace -> entry(namespace, sources));
    return ListPoliciesGrantingServiceAccessResponse.builder()
        .policiesGrantingServiceAccess(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }

  private static PolicyHolder holder(EntityArn given, Call call, Account home) {
    Arn arn = given.requireOfIam(call, home);
    if (arn.resource().indexOf('/') < 0) {
      throw LastAccessErrors.noEntityInArn(given.text());
    }
    if (!EntityArn.isOfHolder(arn)) {
      throw LastAccessErrors.unsupportedEntity(given.text());
    }
    return given.holder(home).orElseThrow(() -> LastAccessErrors.noSuchArn(given.text()));
  }

  /// The service with exactly this namespace.
  private Optional<Service> service(String namespace) {
    return reference.service(namespace).filter(service -> service.prefix().equals(namespace));
  }

  private static Stream<String> after(Set<String> namespaces, @Nullable String last) {
    if (last == null) {
      return namespaces.stream();
    }
    if (!namespaces.contains(last)) {
      throw IamErrors.invalidMarker();
    }
    return namespaces.stream().dropWhile(namespace -> !namespace.equals(last)).skip(1);
  }

  private ListPoliciesGrantingServiceAccessEntry entry(
      String namespace, List<SourcePolicy> sources) {
    ServiceGrant grant = ServiceGrant.of(service(namespace).orElseThrow());
    return ListPoliciesGrantingServiceAccessEntry.builder()
        .serviceNamespace(namespace)
        .policies(
            sources.stream()
                .filter(source -> grant.isIn(source.document()))
                .map(ListPoliciesGrantingServiceAccess::shown)
                .toList())
        .build();
  }

  private static PolicyGrantingServiceAccess shown(SourcePolicy source) {
    var shown = PolicyGrantingServiceAccess.builder().policyName(source.name());
    return (switch (source) {
          case SourcePolicy.Managed managed ->
              shown.policyType(PolicyType.MANAGED).policyArn(managed.arn().toString());
          case SourcePolicy.Inline inline ->
              shown
                  .policyType(PolicyType.INLINE)
                  .entityType(type(inline.holder()))
                  .entityName(inline.holder().name());
        })
        .build();
  }

  private static PolicyOwnerEntityType type(PolicyHolder holder) {
    return switch (holder) {
      case User _ -> PolicyOwnerEntityType.USER;
      case Group _ -> PolicyOwnerEntityType.GROUP;
      case Role _ -> PolicyOwnerEntityType.ROLE;
    };
  }
}

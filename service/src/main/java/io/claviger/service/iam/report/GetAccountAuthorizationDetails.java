package io.claviger.service.iam.report;

import io.claviger.account.Group;
import io.claviger.account.Role;
import io.claviger.account.User;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.AttachablePolicies;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetAccountAuthorizationDetailsResponse;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/// All users, roles, groups and managed policies with what they allow and how they hang together.
///
/// Pages go through users, then roles, groups, the account's own policies, and those of AWS's that
/// somebody uses; a marker goes on where a page with the same filter ended. A page whose policies
/// are long has fewer entities than `MaxItems`.
///
/// Permissions: `iam:GetAccountAuthorizationDetails`, which has no resource type.
///
/// AWS rule: IAM API Reference, "GetAccountAuthorizationDetails"; what it leaves out and the order
/// of its pages are as IAM is seen to answer.
record GetAccountAuthorizationDetails(AttachablePolicies policies)
    implements ReadOperation<
        GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse> {

  @Override
  public Class<GetAccountAuthorizationDetailsRequest> input() {
    return GetAccountAuthorizationDetailsRequest.class;
  }

  @Override
  public List<AccessRequest> requires(
      GetAccountAuthorizationDetailsRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:GetAccountAuthorizationDetails"));
  }

  @Override
  public GetAccountAuthorizationDetailsResponse run(
      GetAccountAuthorizationDetailsRequest input, Call call, View view) {
    Set<Part> wanted = wanted(input.filter());
    String filter =
        wanted.stream().map(part -> part.name().substring(0, 1)).collect(Collectors.joining());
    Page.Request request = Page.Request.of(input, input.maxItems(), input.marker());
    Mark after = mark(request, filter);
    Page<Part.Entry> page =
        Page.ofLarge(
            request,
            _ -> from(view, wanted, after),
            entry -> new Mark(filter, entry.part(), entry.place()).toString(),
            Part.Entry::size);
    return answer(page, new ShownDetails(view, call));
  }

  /// Where a page has ended.
  private record Mark(String filter, Part part, String place) {

    static Optional<Mark> parse(String text) {
      String[] words = text.split("/", 3);
      return Arrays.stream(Part.values())
          .filter(part -> words.length == 3 && words[1].equals(part.name()))
          .map(part -> new Mark(words[0], part, words[2]))
          .findFirst();
    }

    @Override
    public String toString() {
      return filter + '/' + part.name() + '/' + place;
    }
  }

  private static @Nullable Mark mark(Page.Request request, String filter) {
    return request.marker() == null
        ? null
        : request
            .key()
            .flatMap(Mark::parse)
            .filter(mark -> mark.filter().equals(filter))
            .orElseThrow(IamErrors::markerOfAnotherFilter);
  }

  private static Set<Part> wanted(List<EntityType> filter) {
    return Arrays.stream(Part.values())
        .filter(part -> filter.isEmpty() || filter.contains(part.type()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
  }

  private Stream<Part.Entry> from(View view, Set<Part> wanted, @Nullable Mark after) {
    // Not a flat map: its iterator would take in all of a part at once.
    return wanted.stream()
        .filter(part -> after == null || part.compareTo(after.part()) >= 0)
        .map(part -> part.in(view.home(), policies, placeIn(part, after)))
        .reduce(Stream.empty(), Stream::concat);
  }

  private static @Nullable String placeIn(Part part, @Nullable Mark after) {
    return after != null && after.part() == part ? after.place() : null;
  }

  private static GetAccountAuthorizationDetailsResponse answer(
      Page<Part.Entry> page, ShownDetails shown) {
    List<UserDetail> users = new ArrayList<>();
    List<RoleDetail> roles = new ArrayList<>();
    List<GroupDetail> groups = new ArrayList<>();
    List<ManagedPolicyDetail> managed = new ArrayList<>();
    for (Part.Entry entry : page.items()) {
      switch (entry) {
        case Part.Entry.Managed(_, _, var policy, var documents) ->
            managed.add(shown.policy(policy, documents));
        case Part.Entry.Holder(_, User user) -> users.add(shown.user(user));
        case Part.Entry.Holder(_, Role role) -> roles.add(shown.role(role));
        case Part.Entry.Holder(_, Group group) -> groups.add(shown.group(group));
      }
    }
    return GetAccountAuthorizationDetailsResponse.builder()
        .userDetailList(users)
        .roleDetailList(roles)
        .groupDetailList(groups)
        .policies(managed)
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}

package io.claviger.service.iam.profile;

import io.claviger.account.InstanceProfile;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfilesResponse;

/// Lists the instance profiles under a path, by name.
///
/// Permissions: `iam:ListInstanceProfiles` on the profiles under the path prefix.
record ListInstanceProfiles()
    implements ReadOperation<ListInstanceProfilesRequest, ListInstanceProfilesResponse> {

  @Override
  public Class<ListInstanceProfilesRequest> input() {
    return ListInstanceProfilesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListInstanceProfilesRequest input, Call call, View view) {
    return List.of(
        IamResources.listed(
            view.home(), "iam:ListInstanceProfiles", "instance-profile", input.pathPrefix()));
  }

  @Override
  public ListInstanceProfilesResponse run(ListInstanceProfilesRequest input, Call call, View view) {
    String prefix = input.pathPrefix();
    Page<InstanceProfile> page =
        Page.of(
            Page.Request.of(input, input.maxItems(), input.marker()),
            view.home().instanceProfiles()::inOrder,
            InstanceProfile::name,
            profile -> prefix == null || profile.path().startsWith(prefix));
    return ListInstanceProfilesResponse.builder()
        .instanceProfiles(page.map(profile -> ShownProfile.listed(view, profile).build()).items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}

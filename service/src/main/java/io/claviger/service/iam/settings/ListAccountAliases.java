package io.claviger.service.iam.settings;

import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.Page;
import java.util.List;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesRequest;
import software.amazon.awssdk.services.iam.model.ListAccountAliasesResponse;

/// The account's alias, if it has one.
///
/// Permissions: `iam:ListAccountAliases`, which has no resource type.
record ListAccountAliases()
    implements ReadOperation<ListAccountAliasesRequest, ListAccountAliasesResponse> {

  @Override
  public Class<ListAccountAliasesRequest> input() {
    return ListAccountAliasesRequest.class;
  }

  @Override
  public List<AccessRequest> requires(ListAccountAliasesRequest input, Call call, View view) {
    return List.of(IamResources.anything(view.home(), "iam:ListAccountAliases"));
  }

  @Override
  public ListAccountAliasesResponse run(ListAccountAliasesRequest input, Call call, View view) {
    String alias = view.home().settings().alias();
    Page<String> page =
        Page.ofShort(
            Page.Request.of(input, input.maxItems(), input.marker()),
            alias == null ? List.of() : List.of(alias),
            key -> key);
    return ListAccountAliasesResponse.builder()
        .accountAliases(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}

package io.claviger.service.iam.policy;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rights of a user who has one policy, of these statements.
record Rights(List<String> statements) {

  private static final AccountId ACCOUNT = new AccountId("111122223333");

  /// Just what these requests need: their actions on their resources, under their keys.
  static Rights exactly(List<AccessRequest> requests) {
    return new Rights(requests.stream().map(Rights::allowing).toList());
  }

  /// Everything but one action on one resource.
  static Rights everythingBut(AccessRequest denied) {
    return new Rights(
        List.of(
            """
            {"Effect":"Allow","Action":"*","Resource":"*"}\
            """,
            """
            {"Effect":"Deny","Action":"%s","Resource":"%s"}\
            """
                .formatted(denied.action(), denied.resource())));
  }

  boolean allow(List<AccessRequest> requests) {
    if (statements.isEmpty()) {
      return requests.isEmpty();
    }
    String document =
        """
        {"Version":"2012-10-17","Statement":[%s]}\
        """
            .formatted(String.join(",", statements));
    CompiledPolicy policy =
        CompiledPolicy.compile(
            PolicyParser.parse(document, PolicyKind.IDENTITY).document().orElseThrow());
    PolicySource source = new PolicySource("test", Optional.empty(), PolicySource.Holder.USER);
    Requester tester = new Requester.IamUser(ACCOUNT, Arn.iam(ACCOUNT, "user/t"), "AIDATESTER");
    AppliedPolicies applied =
        AppliedPolicies.of(tester).withIdentity(List.of(new AppliedPolicy(source, policy)));
    return requests.stream().allMatch(request -> Evaluator.evaluate(applied, request).isAllowed());
  }

  private static String allowing(AccessRequest request) {
    List<String> single = new ArrayList<>();
    List<String> multi = new ArrayList<>();
    for (Map.Entry<String, RequestContext.Value> entry : request.context().all().entrySet()) {
      boolean isMulti = entry.getValue() instanceof RequestContext.Value.Multi;
      (isMulti ? multi : single)
          .add("\"%s\":\"%s\"".formatted(entry.getKey(), entry.getValue().all().getFirst()));
    }
    return """
    {"Effect":"Allow","Action":"%s","Resource":"%s","Condition":{%s}}\
    """
        .formatted(request.action(), request.resource(), conditions(single, multi));
  }

  private static String conditions(List<String> single, List<String> multi) {
    List<String> operators = new ArrayList<>();
    if (!single.isEmpty()) {
      operators.add("\"StringEquals\":{" + String.join(",", single) + "}");
    }
    if (!multi.isEmpty()) {
      operators.add("\"ForAnyValue:StringEquals\":{" + String.join(",", multi) + "}");
    }
    return String.join(",", operators);
  }
}

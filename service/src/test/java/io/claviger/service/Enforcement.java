package io.claviger.service;

import io.claviger.access.AccessErrors;
import io.claviger.access.Authorization;
import io.claviger.access.Authorizer;
import io.claviger.access.CallContext;
import io.claviger.access.CallRestrictions;
import io.claviger.access.PrincipalPolicies;
import io.claviger.account.View;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.query.ApiModel;
import io.claviger.wire.query.Constraints;
import io.claviger.wire.query.OperationModel;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;

/// What the pipeline does to keep calls out: the API model's constraints, what the kind of
/// credentials may call, and authorization.
final class Enforcement {

  private static final List<ApiModel> MODELS = List.of(ApiModel.iam(), ApiModel.sts());
  private static final HttpRequest REQUEST =
      new HttpRequest(
          "POST",
          "/",
          "",
          List.of(),
          InputStream.nullInputStream(),
          InetAddress.getLoopbackAddress(),
          true);

  private final Authorizer authorizer;

  Enforcement(PrincipalPolicies principals) {
    authorizer = new Authorizer(principals);
  }

  /// @throws io.claviger.wire.ServiceError where the call is kept out
  void admit(AwsRequest input, Call call) {
    for (ApiModel model : MODELS) {
      model
          .operation(input.getClass())
          .ifPresent(operation -> admit(model, operation, input, call));
    }
  }

  private static void admit(ApiModel model, OperationModel operation, AwsRequest input, Call call) {
    Constraints.check(operation, input);
    CallRestrictions.find(call.caller(), model.service(), operation.name())
        .ifPresent(error -> {
          throw error;
        });
  }

  /// @throws io.claviger.wire.ServiceError where a policy does not let the caller do one of them
  void authorize(List<AccessRequest> requests, Call call, View view) {
    RequestContext context =
        CallContext.of(call.caller(), REQUEST, call.region(), call.now(), view);
    for (AccessRequest request : requests) {
      Authorization answer = authorizer.authorize(call.caller(), request, context, view);
      if (!answer.isAllowed()) {
        throw AccessErrors.accessDenied(answer);
      }
    }
  }
}

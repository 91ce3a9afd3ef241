package io.claviger.server;

import io.claviger.service.Operation;
import io.claviger.wire.query.ApiModel;
import io.claviger.wire.query.Form;
import io.claviger.wire.query.QueryErrors;
import io.claviger.wire.query.QueryProtocol;
import io.claviger.wire.sigv4.SignedRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The services behind the one port.
final class ServedApis {

  private final List<ServedApi> apis;

  ServedApis(List<Operation<?, ?>> operations) {
    this.apis =
        List.of(
            new ServedApi(ApiModel.iam(), operations, Set.of()),
            new ServedApi(
                ApiModel.sts(),
                operations,
                Set.of("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity")));
  }

  /// The service that a request is for: the one it is signed for; where it is not signed, the one
  /// whose version it names.
  ///
  /// @throws io.claviger.wire.ServiceError when that is none of ours
  ServedApi route(Optional<SignedRequest> signed, Form form) {
    String version = form.version().orElse("");
    if (signed.isPresent()) {
      String service = signed.get().scope().service();
      return apis.stream()
          .filter(api -> api.service().equals(service))
          .findFirst()
          .orElseThrow(() -> ServerErrors.unknownService(service));
    }
    return apis.stream()
        .filter(api -> api.version().equals(version))
        .findFirst()
        .orElseThrow(() -> QueryErrors.invalidAction(form.action().orElse(""), version));
  }

  /// The namespace of a service's answers.
  ///
  /// @param service empty where it is not known which one was meant
  String xmlNamespace(String service) {
    return apis.stream()
        .filter(api -> api.service().equals(service))
        .map(ServedApi::xmlNamespace)
        .findFirst()
        .orElse(QueryProtocol.FAULT_NAMESPACE);
  }
}

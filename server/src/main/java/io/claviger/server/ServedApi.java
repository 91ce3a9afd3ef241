package io.claviger.server;

import io.claviger.service.Operation;
import io.claviger.wire.query.ApiModel;
import io.claviger.wire.query.OperationModel;
import io.claviger.wire.query.QueryErrors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One service's API as it is served: what AWS publishes of it, and which operations are built.
final class ServedApi {

  private final ApiModel model;
  private final Map<Class<?>, Operation<?, ?>> built;
  private final Set<String> unsigned;

  /// @param operations of this and other services
  /// @param unsigned the names of the operations that are called without a signature
  ServedApi(ApiModel model, List<Operation<?, ?>> operations, Set<String> unsigned) {
    this.model = model;
    this.unsigned = unsigned;
    this.built = new HashMap<>();
    operations.forEach(operation -> built.put(operation.input(), operation));
  }

  /// The service's name in a credential scope, `iam`.
  String service() {
    return model.service();
  }

  String version() {
    return model.apiVersion();
  }

  String xmlNamespace() {
    return model.xmlNamespace();
  }

  boolean isUnsigned(String operation) {
    return unsigned.contains(operation);
  }

  /// The operation of that name in that version of the API.
  ///
  /// @throws io.claviger.wire.ServiceError `InvalidAction` where there is none
  OperationModel operation(String name, String version) {
    if (!version.equals(version())) {
      throw QueryErrors.invalidAction(name, version);
    }
    return model.operation(name).orElseThrow(() -> QueryErrors.invalidAction(name, version));
  }

  /// What serves the operation.
  ///
  /// @throws io.claviger.wire.ServiceError `NotImplemented` where it isn't built
  Operation<?, ?> serving(OperationModel operation) {
    Operation<?, ?> serving = built.get(operation.input());
    if (serving == null) {
      throw ServerErrors.notImplemented(service(), operation.name());
    }
    return serving;
  }
}

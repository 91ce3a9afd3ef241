package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.wire.ServiceError;
import io.claviger.wire.query.ApiModel;
import io.claviger.wire.query.OperationModel;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServedApiTest {

  @Test
  void operationOfAwsThatIsNotBuiltSaysSo() {
    ServedApi api = new ServedApi(ApiModel.iam(), List.of(), Set.of());
    OperationModel model = api.operation("ListUsers", api.version());
    ServiceError error = assertThrows(ServiceError.class, () -> api.serving(model));
    assertEquals("501 NotImplemented", error.status() + " " + error.code());
  }
}

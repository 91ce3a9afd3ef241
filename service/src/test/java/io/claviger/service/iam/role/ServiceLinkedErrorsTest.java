package io.claviger.service.iam.role;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceLinkedErrorsTest {

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ServiceError::line,
        ServiceLinkedErrors.class,
        "service-linked-errors.golden",
        List.of(
            ServiceLinkedErrors.nameTaken("AWSServiceRoleForECS"),
            ServiceLinkedErrors.noSuchService("s3.amazonaws.com"),
            ServiceLinkedErrors.suffixNotAllowed("ecs.amazonaws.com"),
            ServiceLinkedErrors.nameTooLong("AWSServiceRoleForAutoScaling_x"),
            ServiceLinkedErrors.notServiceLinked("R"),
            ServiceLinkedErrors.notATask("x"),
            ServiceLinkedErrors.noSuchTask("task/x")));
  }
}

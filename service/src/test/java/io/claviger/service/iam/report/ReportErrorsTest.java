package io.claviger.service.iam.report;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportErrorsTest {

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ServiceError::line,
        ReportErrors.class,
        "report-errors.golden",
        List.of(ReportErrors.notPresent(), ReportErrors.expired()));
  }
}

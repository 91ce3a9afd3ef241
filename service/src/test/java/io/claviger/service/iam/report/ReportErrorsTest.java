package io.claviger.service.iam.report;

import io.claviger.service.GoldenErrors;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportErrorsTest {

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ReportErrors.class,
        "report-errors.golden",
        List.of(ReportErrors.notPresent(), ReportErrors.expired()));
  }
}

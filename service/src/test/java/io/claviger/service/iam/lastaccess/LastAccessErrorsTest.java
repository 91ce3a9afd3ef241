package io.claviger.service.iam.lastaccess;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastAccessErrorsTest {

  private static final String ARN = "arn:aws:iam::111122223333:user/bob";

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ServiceError::line,
        LastAccessErrors.class,
        "last-access-errors.golden",
        List.of(
            LastAccessErrors.invalidNamespaces(List.of("S3", "x")),
            LastAccessErrors.unsupportedNamespace("S3"),
            LastAccessErrors.markerOfAnotherList(),
            LastAccessErrors.unsupportedEntity(ARN),
            LastAccessErrors.noEntityInArn("arn:aws:iam::111122223333:root"),
            LastAccessErrors.noSuchArn(ARN),
            LastAccessErrors.wrongService(),
            LastAccessErrors.wrongPartition(),
            LastAccessErrors.anotherAccount("arn:aws:iam::444455556666:root", ARN),
            LastAccessErrors.noSuchJob("00000000-0000-0000-0000-000000000000")));
  }
}

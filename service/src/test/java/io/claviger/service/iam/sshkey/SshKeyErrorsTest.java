package io.claviger.service.iam.sshkey;

import io.claviger.testkit.GoldenErrors;
import io.claviger.wire.ServiceError;
import java.util.List;
import org.junit.jupiter.api.Test;

class SshKeyErrorsTest {

  @Test
  void everyErrorIsWordedAsInTheGoldenFile() {
    GoldenErrors.check(
        ServiceError::line,
        SshKeyErrors.class,
        "ssh-key-errors.golden",
        List.of(
            SshKeyErrors.unrecognizedEncoding(),
            SshKeyErrors.invalidKey(),
            SshKeyErrors.duplicateKey(),
            SshKeyErrors.noSuchKey("APKAX")));
  }
}

package io.claviger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The comparison is of the same work only if Cedar decides the same.
class CedarAgreementTest {

  @ParameterizedTest
  @ValueSource(ints = {10, 100})
  void cedarDecidesAllRequestsAlike(int size) throws Exception {
    Workload workload = Workload.of(size);
    CedarWork cedar = new CedarWork(workload);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < workload.probes().size(); i++) {
      Probe probe = workload.probes().get(i);
      var response = cedar.decide(i);
      var answer = response.success.orElseThrow(() -> new AssertionError(response.errors));
      if (answer.isAllowed() != probe.kind().isAllowed() || !answer.getErrors().isEmpty()) {
        different.add(probe + " " + response);
      }
    }
    assertEquals(List.of(), different, () -> different.size() + " differ");
  }
}

package io.claviger.conformance.operation;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// The tests of operations that belong together. Each test gets a fresh account; so does each
/// refusal.
@ExtendWith(TenantExtension.class)
interface OperationFamily {

  /// One for each error that an operation of the family declares and the server can answer.
  List<Refusal> refusals();

  @TestFactory
  default Stream<DynamicTest> isRefusedAsTheModelDeclares(Premises premises) {
    return refusals().stream()
        .map(refusal ->
            DynamicTest.dynamicTest(
                refusal.declared().toString(),
                () -> {
                  try (Tenant tenant = premises.newAccount()) {
                    refusal.check(tenant);
                  }
                }));
  }
}

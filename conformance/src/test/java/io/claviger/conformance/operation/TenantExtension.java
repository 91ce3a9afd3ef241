package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests an account on the server that all of them share, and holds them to the [Success]
/// they claim.
final class TenantExtension implements ParameterResolver, AfterTestExecutionCallback {

  private static final Namespace NAMESPACE = Namespace.create(TenantExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type.equals(Tenant.class) || type.equals(Premises.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    if (parameter.getParameter().getType().equals(Premises.class)) {
      return premises(context);
    }
    Tenant tenant = premises(context).newAccount();
    context.getStore(NAMESPACE).put(Tenant.class, tenant);
    return tenant;
  }

  /// Closed by JUnit when all tests have run.
  private static Premises premises(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Premises.class, _ -> new Premises(), Premises.class);
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    Success claim = context.getRequiredTestMethod().getAnnotation(Success.class);
    if (claim != null && context.getExecutionException().isEmpty()) {
      List<String> missing =
          Arrays.stream(claim.value()).filter(operation -> !succeeded(operation, context)).toList();
      assertEquals(List.of(), missing, "claimed to succeed, but not called");
    }
  }

  private static boolean succeeded(String operation, ExtensionContext context) {
    @Nullable Tenant tenant = context.getStore(NAMESPACE).get(Tenant.class, Tenant.class);
    return tenant != null && tenant.calls().contains(new Call(operation, null));
  }
}

package io.claviger.conformance.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// What clients called and how it ended, in order. For one thread.
final class CallRecorder implements ExecutionInterceptor {

  private final List<Call> calls = new ArrayList<>();

  List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    add(attributes, null);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    add(
        attributes,
        context.exception() instanceof AwsServiceException refused
            ? refused.awsErrorDetails().errorCode()
            : context.exception().toString());
  }

  private void add(ExecutionAttributes attributes, @Nullable String error) {
    calls.add(new Call(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), error));
  }
}

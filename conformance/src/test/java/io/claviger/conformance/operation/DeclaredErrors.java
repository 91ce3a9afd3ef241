package io.claviger.conformance.operation;

import io.claviger.wire.query.ApiModel;
import io.claviger.wire.query.ErrorModel;
import io.claviger.wire.query.OperationModel;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Which errors the models declare for which operations, as the SDK's clients repeat it: the
/// methods of a client declare the exceptions that their operation's model lists.
final class DeclaredErrors {

  private static final List<ErrorModel> ALL =
      Stream.of(ApiModel.iam(), ApiModel.sts()).flatMap(api -> api.errors().stream()).toList();

  private DeclaredErrors() {}

  /// The errors of an operation.
  static Set<Declared> of(OperationModel operation) {
    Class<?> client = operation.service().equals("iam") ? IamClient.class : StsClient.class;
    Method method =
        Arrays.stream(client.getMethods())
            .filter(candidate -> takes(candidate, operation.input()))
            .filter(candidate -> candidate.getReturnType().equals(operation.output()))
            .findFirst()
            .orElseThrow();
    Set<Declared> errors = new LinkedHashSet<>();
    for (Class<?> type : method.getExceptionTypes()) {
      ALL.stream()
          .filter(error -> names(error, type))
          .forEach(error -> errors.add(new Declared(operation.name(), error.code())));
    }
    return errors;
  }

  /// The error that the SDK makes this exception of.
  static ErrorModel error(Class<?> exception) {
    return ALL.stream().filter(error -> names(error, exception)).findFirst().orElseThrow();
  }

  private static boolean takes(Method method, Class<?> input) {
    return Arrays.equals(method.getParameterTypes(), new Class<?>[] {input});
  }

  /// The SDK writes `Ssh` where the model has `SSH`.
  private static boolean names(ErrorModel error, Class<?> exception) {
    return error.name().equalsIgnoreCase(exception.getSimpleName());
  }
}

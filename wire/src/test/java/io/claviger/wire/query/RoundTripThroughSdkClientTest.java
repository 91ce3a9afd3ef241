package io.claviger.wire.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.SecretText;
import io.claviger.wire.LoopbackHttpClient;
import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpResponse;
import io.claviger.wire.sigv4.SignatureVerifier;
import io.claviger.wire.sigv4.SignedRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.sts.StsClient;

/// Every operation, through the client that AWS ships: what a program hands to the client arrives
/// here equal, and what we answer arrives there equal.
// One instance, because a client takes longer to make than all its calls here.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripThroughSdkClientTest {

  private static final long SEED = 20260101;
  private static final int ROUNDS = 6;
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final SignatureVerifier VERIFIER = new SignatureVerifier();
  private static final Map<Class<?>, Method> METHODS = methods();
  private static final Set<String> UNSIGNED =
      Set.of("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity");
  private static final String REQUEST_ID = "5f0f2d6e-0000-4000-8000-0123456789ab";

  /// What the server saw last, and what it is to answer.
  private @Nullable AwsRequest seen;

  private @Nullable AwsResponse answer;
  private @Nullable ServiceError error;

  private final IamClient iam = client(IamClient.builder(), ApiModel.iam());
  private final StsClient sts = client(StsClient.builder(), ApiModel.sts());

  static Stream<OperationModel> operations() {
    return Stream.of(ApiModel.iam(), ApiModel.sts()).flatMap(api -> api.operations().stream());
  }

  @BeforeEach
  void serveWithoutError() {
    error = null;
  }

  @Test
  void everyOperationOfTheClientsIsInTheModels() {
    assertEquals(176, ApiModel.iam().operations().size());
    assertEquals(11, ApiModel.sts().operations().size());
    assertEquals(187, METHODS.size());
    operations().forEach(RoundTripThroughSdkClientTest::method);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void inputAndOutputArriveEqual(OperationModel operation) {
    long seed = SEED + operation.name().hashCode();
    var values = new SdkValues(new Random(seed));
    for (int round = 0; round < ROUNDS; round++) {
      AwsRequest input = ((AwsRequest.Builder) values.filled(operation.newInput())).build();
      answer = ((AwsResponse.Builder) values.filled(newOutput(operation))).build();
      String context = operation + ", seed " + seed + ", round " + round;
      AwsResponse received = call(operation, input);
      assertSame(input, seen, context);
      assertSame(Objects.requireNonNull(answer), received, context);
      assertEquals(REQUEST_ID, received.responseMetadata().requestId(), context);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void emptyInputAndOutputArriveEmpty(OperationModel operation) {
    AwsRequest input = ((AwsRequest.Builder) operation.newInput()).build();
    answer = ((AwsResponse.Builder) newOutput(operation)).build();
    assertSame(Objects.requireNonNull(answer), call(operation, input), operation.name());
    assertSame(input, seen, operation.name());
  }

  @ParameterizedTest
  @MethodSource("operations")
  void errorArrivesWithCodeMessageStatusAndRequestId(OperationModel operation) {
    error = new ServiceError("NoSuchEntity", 404, "No <such> & \"that\"");
    AwsRequest input = ((AwsRequest.Builder) operation.newInput()).build();
    var thrown = assertThrows(AwsServiceException.class, () -> call(operation, input));
    assertEquals("NoSuchEntity", thrown.awsErrorDetails().errorCode());
    assertEquals("No <such> & \"that\"", thrown.awsErrorDetails().errorMessage());
    assertEquals(404, thrown.statusCode());
    assertEquals(REQUEST_ID, thrown.requestId());
    assertEquals(operation.service().equals("iam"), thrown instanceof NoSuchEntityException);
  }

  static Stream<Arguments> declaredErrors() {
    return Stream.of(ApiModel.iam(), ApiModel.sts())
        .flatMap(api -> api.errors().stream().map(error -> Arguments.of(api, error)));
  }

  /// Each error that the API declares becomes the exception that the client declares for it.
  @ParameterizedTest
  @MethodSource("declaredErrors")
  void aDeclaredErrorArrivesAsItsOwnException(ApiModel api, ErrorModel model) {
    OperationModel operation =
        api.operations().stream()
            .filter(one -> declares(one, model.name()))
            .findFirst()
            .orElseThrow(() -> new AssertionError("No operation declares " + model));
    error = new ServiceError(model.code(), model.status(), "message");
    AwsRequest input = ((AwsRequest.Builder) operation.newInput()).build();
    var thrown = assertThrows(AwsServiceException.class, () -> call(operation, input));
    assertTrue(thrown.getClass().getSimpleName().equalsIgnoreCase(model.name()), thrown::toString);
    assertEquals(model.status(), thrown.statusCode());
  }

  private static boolean declares(OperationModel operation, String exception) {
    return Arrays.stream(method(operation).getExceptionTypes())
        .anyMatch(type -> type.getSimpleName().equalsIgnoreCase(exception));
  }

  /// Compares the members, not what the client adds about the exchange. The length of the printed
  /// form tells an absent list from an empty one, which equality does not; the form itself does not
  /// do, since maps arrive in another order.
  private static void assertSame(SdkPojo expected, @Nullable SdkPojo actual, String context) {
    assertTrue(expected.equalsBySdkFields(actual), context);
    assertEquals(expected.toString().length(), String.valueOf(actual).length(), context);
  }

  private static SdkPojo newOutput(OperationModel operation) {
    try {
      return (SdkPojo) operation.output().getMethod("builder").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Not a class that the SDK generated", e);
    }
  }

  private AwsResponse call(OperationModel operation, AwsRequest input) {
    try {
      SdkClient client = operation.service().equals("iam") ? iam : sts;
      return (AwsResponse) method(operation).invoke(client, input);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof AwsServiceException thrown) {
        throw thrown;
      }
      throw new AssertionError(operation + " failed in the client", e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static Method method(OperationModel operation) {
    Method method = METHODS.get(operation.input());
    assertNotNull(method, () -> "The client lacks " + operation);
    assertEquals(operation.output(), method.getReturnType());
    return method;
  }

  /// The clients' methods that take a request, by its type.
  private static Map<Class<?>, Method> methods() {
    return Stream.of(IamClient.class, StsClient.class)
        .flatMap(client -> Arrays.stream(client.getMethods()))
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> AwsResponse.class.isAssignableFrom(method.getReturnType()))
        .filter(method -> AwsRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
        .collect(Collectors.toMap(method -> method.getParameterTypes()[0], method -> method));
  }

  private <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, ApiModel api) {
    return builder
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", SECRET)))
        .overrideConfiguration(config -> config.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .httpClient(new LoopbackHttpClient((request, body) -> serve(api, request, body)))
        .build();
  }

  private HttpResponse serve(ApiModel api, HttpRequest request, byte[] body) {
    Form form = Form.parse(request, body);
    verifySignature(request, body, form.action().orElseThrow());
    assertEquals(api.apiVersion(), form.version().orElseThrow());
    OperationModel operation = api.operation(form.action().orElseThrow()).orElseThrow();
    if (error != null) {
      return QueryProtocol.encodeError(error, api.xmlNamespace(), REQUEST_ID);
    }
    seen = QueryProtocol.decode(operation, form);
    return QueryProtocol.encode(operation, Objects.requireNonNull(answer), REQUEST_ID);
  }

  /// The client signs everything but the calls that bring a token of another kind.
  private static void verifySignature(HttpRequest request, byte[] body, String action) {
    Optional<SignedRequest> signed = SignedRequest.parse(request);
    assertEquals(UNSIGNED.contains(action), signed.isEmpty(), action);
    signed.ifPresent(
        one -> VERIFIER.verify(one, request, body, SecretText.of(SECRET), one.timestamp()));
  }
}

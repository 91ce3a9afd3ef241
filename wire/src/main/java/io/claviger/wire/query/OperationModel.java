package io.claviger.wire.query;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;

/// One operation of an API. Loads the SDK's classes when they are asked for, not before: a server
/// that starts needs few of them.
public final class OperationModel {

  private static final Shape.Structure NO_MEMBERS = new Shape.Structure(List.of());

  private final String service;
  private final String xmlNamespace;
  private final String name;
  private final String classStem;
  private final Shape.@Nullable Structure input;
  private final boolean hasResult;

  OperationModel(
      String service,
      String xmlNamespace,
      String name,
      String classStem,
      Shape.@Nullable Structure input,
      boolean hasResult) {
    this.service = service;
    this.xmlNamespace = xmlNamespace;
    this.name = name;
    this.classStem = classStem;
    this.input = input;
    this.hasResult = hasResult;
  }

  /// The operation's name on the wire, `CreateSAMLProvider`; its SDK classes may differ in case.
  public String name() {
    return name;
  }

  /// The service it belongs to, as a credential scope names it: `iam`.
  public String service() {
    return service;
  }

  public String xmlNamespace() {
    return xmlNamespace;
  }

  /// The SDK's type of the operation's requests.
  public Class<? extends AwsRequest> input() {
    return load(inputClassName()).asSubclass(AwsRequest.class);
  }

  /// The SDK's type of the operation's answers.
  public Class<? extends AwsResponse> output() {
    return load(outputClassName()).asSubclass(AwsResponse.class);
  }

  String inputClassName() {
    return className("Request");
  }

  private String outputClassName() {
    return className("Response");
  }

  private String className(String suffix) {
    return "software.amazon.awssdk.services." + service + ".model." + classStem + suffix;
  }

  /// What the operation's input must satisfy.
  Shape.Structure inputShape() {
    return input == null ? NO_MEMBERS : input;
  }

  /// Whether the answer holds a `…Result` element. It does wherever the API declares an output,
  /// even if no member of it is set.
  boolean hasResult() {
    return hasResult;
  }

  /// An empty builder of the operation's requests, an `AwsRequest.Builder`.
  SdkPojo newInput() {
    return newBuilder(input());
  }

  private static SdkPojo newBuilder(Class<? extends SdkPojo> type) {
    try {
      return (SdkPojo) type.getMethod("builder").invoke(null);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Not a class that the SDK generated: " + type.getName(), e);
    }
  }

  private static Class<?> load(String className) {
    try {
      return Class.forName(className);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The API model names a class the SDK lacks", e);
    }
  }

  @Override
  public String toString() {
    return service + ':' + name;
  }
}

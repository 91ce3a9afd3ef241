package io.claviger.wire.query;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;

/// What AWS publishes about one of its APIs: the operations, and the errors they may answer.
/// Immutable.
public final class ApiModel {

  private final String service;
  private final String apiVersion;
  private final String xmlNamespace;
  private final Map<String, OperationModel> operations;
  private final Map<String, OperationModel> byInputClass;
  private final List<ErrorModel> errors;

  ApiModel(
      String service,
      String apiVersion,
      String xmlNamespace,
      List<OperationModel> operations,
      List<ErrorModel> errors) {
    this.service = service;
    this.apiVersion = apiVersion;
    this.xmlNamespace = xmlNamespace;
    this.operations = new LinkedHashMap<>();
    this.byInputClass = new LinkedHashMap<>();
    for (OperationModel operation : operations) {
      this.operations.put(operation.name(), operation);
      byInputClass.put(operation.inputClassName(), operation);
    }
    this.errors = List.copyOf(errors);
  }

  /// IAM's API, 176 operations.
  public static ApiModel iam() {
    return Iam.MODEL;
  }

  /// STS's API, 11 operations.
  public static ApiModel sts() {
    return Sts.MODEL;
  }

  /// The name a credential scope gives the service: `iam`, `sts`.
  public String service() {
    return service;
  }

  /// The value of the parameter `Version`, such as `2010-05-08`.
  public String apiVersion() {
    return apiVersion;
  }

  public String xmlNamespace() {
    return xmlNamespace;
  }

  /// Every operation, in alphabetical order.
  public Collection<OperationModel> operations() {
    return operations.values();
  }

  /// The operation that the parameter `Action` names, compared exactly.
  public Optional<OperationModel> operation(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  /// The operation that takes this type of request.
  public Optional<OperationModel> operation(Class<? extends AwsRequest> input) {
    return Optional.ofNullable(byInputClass.get(input.getName()));
  }

  /// Every error the API declares.
  public List<ErrorModel> errors() {
    return errors;
  }

  // Read on first use, so that a process that asks for one API does not load both.

  private static final class Iam {
    static final ApiModel MODEL = ModelReader.read("iam");
  }

  private static final class Sts {
    static final ApiModel MODEL = ModelReader.read("sts");
  }
}

package io.claviger.wire.query;

import io.claviger.wire.ServiceError;
import java.util.List;

/// What is wrong with a request of the Query protocol before any operation looks at it.
///
/// AWS rule: IAM API Reference, "Common Errors"; texts of `MalformedInput` and `InvalidAction` from
/// answers that users report.
public final class QueryErrors {

  private QueryErrors() {}

  /// No parameter `Action`.
  public static ServiceError missingAction() {
    return new ServiceError(
        "MissingAction", 400, "The request is missing an action or a required parameter.");
  }

  /// The API has no such operation in that version.
  ///
  /// @param version empty when the request gave none
  public static ServiceError invalidAction(String action, String version) {
    String of = version.isEmpty() ? "" : " for version " + version;
    return new ServiceError("InvalidAction", 400, "Could not find operation " + action + of);
  }

  /// A parameter given twice, also where the names differ in case only or one stands in the body.
  static ServiceError repeatedParameter(String name) {
    return new ServiceError(
        "InvalidQueryParameter", 400, "The parameter '" + name + "' is given more than once.");
  }

  static ServiceError tooManyParameters(int limit) {
    return new ServiceError(
        "InvalidQueryParameter", 400, "A request has at most " + limit + " parameters.");
  }

  static ServiceError namelessParameter() {
    return new ServiceError("InvalidQueryParameter", 400, "A parameter has no name.");
  }

  static ServiceError unsupportedMethod() {
    return new ServiceError("MethodNotAllowed", 405, "Use GET or POST.");
  }

  static ServiceError unsupportedContentType() {
    return new ServiceError(
        "UnsupportedMediaType",
        415,
        "The body must be application/x-www-form-urlencoded in UTF-8.");
  }

  /// A name such as `UserName.1` where the member is no list.
  static ServiceError unexpectedList() {
    return new ServiceError("MalformedInput", 400, "Start of list found where not expected");
  }

  /// A name such as `UserName.First` where the member has no parts.
  static ServiceError unexpectedStructure() {
    return new ServiceError(
        "MalformedInput", 400, "Start of structure or map found where not expected");
  }

  /// Something else where a list belongs; `Tags.member.1` is how one writes it.
  static ServiceError notList(String name) {
    return new ServiceError("MalformedInput", 400, "Expected a list at '" + name + "'");
  }

  /// A text where a structure belongs.
  static ServiceError notStructure(String name) {
    return new ServiceError("MalformedInput", 400, "Expected a structure at '" + name + "'");
  }

  static ServiceError invalidIndex(String index) {
    return new ServiceError("MalformedInput", 400, index + " is not a valid index.");
  }

  static ServiceError notWhole(String name) {
    return new ServiceError("MalformedInput", 400, "Expected an integer at '" + name + "'");
  }

  static ServiceError notFlag(String name) {
    return new ServiceError("MalformedInput", 400, "Expected true or false at '" + name + "'");
  }

  /// Values that the API model does not allow.
  ///
  /// @param violations a clause for each, `Value '' at 'userName' failed to satisfy constraint: …`
  static ServiceError violations(List<String> violations) {
    String count =
        violations.size() + (violations.size() == 1 ? " validation error" : " validation errors");
    return validation(count + " detected: " + String.join("; ", violations));
  }

  static ServiceError validation(String message) {
    return new ServiceError("ValidationError", 400, message);
  }
}

package io.claviger.conformance.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What tests show of the operations, against what there is to show.
///
/// @param succeeding operations that some test claims as its [Success]
/// @param refused what some [Refusal] shows
/// @param exceptions what the server never answers, and why
record Coverage(Set<String> succeeding, Set<Declared> refused, List<NeverAnswered> exceptions) {

  /// What is missing of an operation, each as a line that says what to add.
  List<String> missing(String operation, Collection<Declared> declared) {
    List<String> errors =
        declared.stream()
            .filter(error -> !refused.contains(error))
            .filter(error -> exceptions.stream().noneMatch(one -> one.matches(error)))
            .map(error ->
                error + ": add a Refusal to conformance.operation, or a line to never-answered.txt")
            .toList();
    Declared success = success(operation);
    if (succeeding.contains(operation)
        || exceptions.stream().anyMatch(one -> one.matches(success))) {
      return errors;
    }
    List<String> all = new ArrayList<>();
    all.add(
        operation
            + ": add a test of its success, annotated @Success(\""
            + operation
            + "\"), to conformance.operation");
    all.addAll(errors);
    return all;
  }

  /// What stands for the success of an operation among its errors.
  static Declared success(String operation) {
    return new Declared(operation, "Success");
  }

  /// Exceptions that match nothing that is declared, or something that a test shows after all.
  ///
  /// @param declared errors and [#success]es
  List<NeverAnswered> stale(Collection<Declared> declared) {
    Set<Declared> shown = new HashSet<>(refused);
    succeeding.forEach(operation -> shown.add(success(operation)));
    return exceptions.stream()
        .filter(one ->
            declared.stream().noneMatch(one::matches) || shown.stream().anyMatch(one::matches))
        .toList();
  }

  /// What tests show of operations or errors that there are not.
  Set<String> unknown(Collection<String> operations, Collection<Declared> declared) {
    Set<String> unknown = new HashSet<>(succeeding);
    unknown.removeAll(Set.copyOf(operations));
    refused.stream()
        .filter(error -> !declared.contains(error))
        .forEach(error -> unknown.add(error.toString()));
    return unknown;
  }
}

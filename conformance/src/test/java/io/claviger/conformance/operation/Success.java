package io.claviger.conformance.operation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The operations that a test shows to answer, and to have had their effect. The test fails when
/// one of them was not called with success while it ran.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Success {

  /// Operations as the wire names them: `CreateUser`.
  String[] value();
}

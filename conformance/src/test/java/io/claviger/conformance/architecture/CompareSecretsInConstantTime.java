package io.claviger.conformance.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/// No method that reveals a secret compares strings, whose time tells where they differ. What a
/// method compares cannot be told from its class file, so a harmless comparison has to move to a
/// method of its own.
final class CompareSecretsInConstantTime extends ArchCondition<JavaClass> {

  private static final Set<String> COMPARISONS =
      Set.of("equals", "equalsIgnoreCase", "contentEquals", "compareTo", "compareToIgnoreCase");

  CompareSecretsInConstantTime() {
    super("compare secrets in constant time");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaCodeUnit code : type.getCodeUnits()) {
      var calls = code.getMethodCallsFromSelf();
      if (calls.stream().anyMatch(CompareSecretsInConstantTime::reveals)
          && calls.stream().anyMatch(CompareSecretsInConstantTime::comparesText)) {
        events.add(SimpleConditionEvent.violated(code, code.getFullName() + " compares a secret"));
      }
    }
  }

  private static boolean reveals(JavaMethodCall call) {
    return call.getTargetOwner().getFullName().equals("io.claviger.base.SecretText")
        && call.getName().equals("reveal");
  }

  private static boolean comparesText(JavaMethodCall call) {
    String owner = call.getTargetOwner().getFullName();
    return COMPARISONS.contains(call.getName())
        && (owner.equals("java.lang.String") || owner.equals("java.util.Objects"));
  }
}

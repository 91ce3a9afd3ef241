package io.claviger.conformance.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.concurrent.ConcurrentMap;

/// A field is final and its type is not one that exists in order to change.
final class NeverChange extends ArchCondition<JavaField> {

  NeverChange() {
    super("never change");
  }

  @Override
  public void check(JavaField field, ConditionEvents events) {
    if (!field.getModifiers().contains(JavaModifier.FINAL) || isMutable(field.getRawType())) {
      events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
    }
  }

  private static boolean isMutable(JavaClass type) {
    return type.getPackageName().startsWith("java.util.concurrent.atomic")
        || type.getPackageName().startsWith("com.github.benmanes.caffeine")
        || type.isAssignableTo(ConcurrentMap.class)
        || type.isAssignableTo(ThreadLocal.class);
  }
}

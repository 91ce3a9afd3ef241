package io.claviger.conformance.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// A package is `io.claviger.<module>` or one below it; in `service`, one below the API's name:
/// `service.iam.user`.
final class StandInShallowPackage extends ArchCondition<JavaClass> {

  StandInShallowPackage() {
    super("stand in a package at most one level below its module's");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String[] names = type.getPackageName().split("\\.", -1);
    int most = names[2].equals("service") ? 5 : 4;
    if (names.length > most) {
      events.add(SimpleConditionEvent.violated(type, type.getFullName() + " lies too deep"));
    }
  }
}

package io.claviger.conformance.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// Every class of ours that a class uses belongs to a module that the table lists for it.
final class UseOnlyListedModules extends ArchCondition<JavaClass> {

  private final ModuleTable table;

  UseOnlyListedModules(ModuleTable table) {
    super("use only the modules that docs/architecture.md lists");
    this.table = table;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String from = ModuleTable.moduleOf(type.getPackageName());
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
      if (target.startsWith("io.claviger.") && !table.allows(from, ModuleTable.moduleOf(target))) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }
}

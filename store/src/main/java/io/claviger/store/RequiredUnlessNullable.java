package io.claviger.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// Makes every component of a record required, and null refused for it, unless it is [Nullable].
final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    return isNullable(member) ? Boolean.FALSE : Boolean.TRUE;
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    return JsonSetter.Value.forValueNulls(isNullable(annotated) ? Nulls.SET : Nulls.FAIL);
  }

  private static boolean isNullable(Annotated annotated) {
    if (!(annotated instanceof AnnotatedParameter indexed)) {
      return false;
    }
    return indexed.getOwner().getAnnotated() instanceof Executable executable
        && executable
            .getParameters()[indexed.getIndex()]
            .getAnnotatedType()
            .isAnnotationPresent(Nullable.class);
  }
}

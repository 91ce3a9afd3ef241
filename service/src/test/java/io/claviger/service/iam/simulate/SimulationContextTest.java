package io.claviger.service.iam.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.policy.decide.RequestContext.Value.Multi;
import io.claviger.policy.decide.RequestContext.Value.Single;
import io.claviger.wire.ServiceError;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.ContextEntry;

class SimulationContextTest {

  private static ContextEntry entry(@Nullable String type, String... values) {
    return ContextEntry.builder()
        .contextKeyName("x:key")
        .contextKeyType(type)
        .contextKeyValues(values)
        .build();
  }

  private static Object value(ContextEntry... entries) {
    return String.valueOf(SimulationContext.of(Arrays.asList(entries)).get("X:Key"));
  }

  @ParameterizedTest
  @CsvSource({
    "string, anything",
    "numeric, -1.5e3",
    "boolean, TRUE",
    "ip, 10.0.0.1",
    "ip, 2001:db8::1",
    "binary, aGk=",
    "date, 2026-01-01T00:00:00Z",
    "date, 2026-01-01",
    "date, 1767225600"
  })
  void valuesOfTheirTypeAreTaken(String type, String value) {
    assertEquals(new Single(value).toString(), value(entry(type, value)));
    assertEquals(new Multi(List.of(value)).toString(), value(entry(type + "List", value)));
  }

  @ParameterizedTest
  @CsvSource({
    "numeric, ten",
    "boolean, yes",
    "ip, 10.0.0",
    "ip, example.com",
    "ip, 10.0.0.0/8",
    "binary, %%%",
    "date, yesterday"
  })
  void valuesOfAnotherTypeAreRefused(String type, String value) {
    for (String each : List.of(type, type + "List")) {
      ServiceError error =
          assertThrows(ServiceError.class, () -> SimulationContext.of(List.of(entry(each, value))));
      assertEquals(
          "Context key x:key has the value '" + value + "', which is not of type " + each + ".",
          error.message());
    }
  }

  @Test
  void numberOfValuesTellsTheTypeWhereNoneIsGiven() {
    assertEquals(new Single("a").toString(), value(entry(null, "a")));
    assertEquals(new Multi(List.of("a", "b")).toString(), value(entry(null, "a", "b")));
  }

  @Test
  void listMayBeEmptyAndAnythingElseIsThenAbsent() {
    assertEquals(new Multi(List.of()).toString(), value(entry("stringList")));
    assertNull(SimulationContext.of(List.of(entry("string"))).get("x:key"));
  }

  @Test
  void singleValuedKeyHasOneValue() {
    ServiceError error =
        assertThrows(
            ServiceError.class, () -> SimulationContext.of(List.of(entry("string", "a", "b"))));
    assertEquals("Context key x:key of type string must have a single value.", error.message());
  }

  @Test
  void lastOfOneKeyHolds() {
    assertEquals(new Single("b").toString(), value(entry("string", "a"), entry("string", "b")));
  }

  @Test
  void keyMustBeNamed() {
    ContextEntry unnamed = ContextEntry.builder().contextKeyValues("a").build();
    assertThrows(ServiceError.class, () -> SimulationContext.of(List.of(unnamed)));
  }
}

package io.claviger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.AccountSettings;
import io.claviger.account.AuditEvent;
import io.claviger.account.Entity;
import io.claviger.account.EntityKind;
import io.claviger.account.MfaDevice;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An old database must always open: the files in `golden/` are never changed, only added to.
final class GoldenEntitiesTest {

  private final EntityCodec codec = new EntityCodec();
  private final JsonMapper mapper = new JsonMapper();

  @ParameterizedTest
  @EnumSource
  void everyKindIsReadAndWrittenAsItWas(EntityKind kind) throws IOException {
    String stored = golden(kind.name());
    assertEquals(Examples.of(kind), codec.readEntity(kind, stored));
    assertEquals(stored, codec.write(Examples.of(kind)));
  }

  /// The forms that earlier versions wrote, as `KIND-N.json`.
  @Test
  void earlierSettingsAreRead() throws IOException {
    AccountSettings now = (AccountSettings) Examples.of(EntityKind.ACCOUNT_SETTINGS);
    assertEquals(
        now.withQuotas(null).withTokenVersion(null),
        codec.readEntity(EntityKind.ACCOUNT_SETTINGS, golden("earlier/ACCOUNT_SETTINGS-1")));
    assertEquals(
        now.withTokenVersion(null),
        codec.readEntity(EntityKind.ACCOUNT_SETTINGS, golden("earlier/ACCOUNT_SETTINGS-2")));
  }

  @Test
  void anEarlierMfaDeviceIsRead() throws IOException {
    MfaDevice now = (MfaDevice) Examples.of(EntityKind.MFA_DEVICE);
    assertEquals(
        now.withDrift(0), codec.readEntity(EntityKind.MFA_DEVICE, golden("earlier/MFA_DEVICE-1")));
  }

  @Test
  void anEventIsReadAndWrittenAsItWas() throws IOException {
    String stored = golden("audit-event");
    assertEquals(Examples.event(), codec.readEvent(stored));
    assertEquals(stored, codec.write(Examples.event()));
  }

  @Test
  void anEarlierEventIsRead() throws IOException {
    AuditEvent event = codec.readEvent(golden("earlier/audit-event-1"));
    assertNull(event.sharedEventId());
    assertEquals("IDENTITY", event.decidingLayer());
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsRequiredUnlessItMayBeAbsent(EntityKind kind) throws IOException {
    String stored = golden(kind.name());
    for (RecordComponent field : Examples.of(kind).getClass().getRecordComponents()) {
      ObjectNode without = (ObjectNode) mapper.readTree(stored);
      assertNotNull(without.remove(field.getName()), field.getName());
      ObjectNode withNull = without.deepCopy().putNull(field.getName());
      if (field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        Entity entity = codec.readEntity(kind, without.toString());
        assertEquals(without.toString(), mapper.readTree(codec.write(entity)).toString());
      } else {
        refused(kind, without.toString());
        refused(kind, withNull.toString());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFieldThatIsNotKnownIsRefused(EntityKind kind) throws IOException {
    ObjectNode more = (ObjectNode) mapper.readTree(golden(kind.name()));
    refused(kind, more.put("deniedUntil", "2027-01-01T00:00:00Z").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "{\"created\":\"2026-01-01T00:00:00Z\"} {}",
        "{\"created\":\"2026-01-01T00:00:00Z\",\"created\":\"2026-01-01T00:00:00Z\"}",
        "{\"created\":\"2026-13-01T00:00:00Z\"}",
        "{\"created\":\"2026-01-01 00:00:00Z\"}",
        "{\"created\":\"+026-01-01T00:00:00Z\"}",
        "{\"created\":1767225600}",
        "{\"created\":\"2026-01-01T00:00:00Z\",\"alias\":7}",
        "{\"created\":\"2026-01-01T00:00:00Z\",\"quotas\":{\"CATS\":7}}",
        "{\"created\":\"2026-01-01T00:00:00Z\",\"quotas\":{\"USERS\":0}}",
      })
  void whatIsNotExactlyTheFormIsRefused(String json) {
    refused(EntityKind.ACCOUNT_SETTINGS, json);
  }

  @Test
  void whatMayBeAbsentIsLeftOut() {
    assertEquals("{\"created\":\"2026-01-01T00:00:00Z\"}", codec.write(Samples.settings(null)));
  }

  @Test
  void aTextComesBackAsItWasEvenIfItIsNotUnicode() {
    AccountSettings odd = Samples.settings("\uD83D\uDD11 \uD83D \u0000 \u2028 ü");
    String json = codec.write(odd);
    assertTrue(json.chars().allMatch(c -> c >= ' ' && c < 127), json);
    assertEquals(odd, codec.readEntity(EntityKind.ACCOUNT_SETTINGS, json));
  }

  private void refused(EntityKind kind, String json) {
    assertThrows(StoreFailure.class, () -> codec.readEntity(kind, json), json);
  }

  private static String golden(String name) throws IOException {
    String file = "golden/" + name + ".json";
    try (InputStream in = GoldenEntitiesTest.class.getResourceAsStream(file)) {
      assertNotNull(in, "No golden file: " + file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}

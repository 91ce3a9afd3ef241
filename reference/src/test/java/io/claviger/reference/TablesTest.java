package io.claviger.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.claviger.reference.Tables.Section;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {

  private static byte[] deflated(String... strings) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
      out.writeShort(strings.length);
      for (String string : strings) {
        out.writeUTF(string);
      }
    }
    return bytes.toByteArray();
  }

  private static DataInputStream stream(String... strings) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    for (String string : strings) {
      out.writeUTF(string);
    }
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void sectionIsReadFromItsPlace() throws IOException {
    byte[] first = deflated("a");
    byte[] second = deflated("b", "c");
    var file = new ByteArrayOutputStream();
    file.writeBytes(first);
    file.writeBytes(second);
    assertEquals(
        List.of("b", "c"),
        Tables.inflate(
            file.toByteArray(), new Section(first.length, second.length), Tables::strings));
  }

  @Test
  void damagedSectionIsNamed() throws IOException {
    byte[] packed = deflated("a", "b");
    packed[packed.length / 2] ^= 0x55;
    Section all = new Section(0, packed.length);
    var failure =
        assertThrows(
            UncheckedIOException.class, () -> Tables.inflate(packed, all, Tables::strings));
    assertEquals("Damaged section " + all, failure.getMessage());
  }

  @Test
  void truncatedSectionIsRefused() throws IOException {
    byte[] packed = deflated("a", "b");
    Section half = new Section(0, packed.length / 2);
    assertThrows(UncheckedIOException.class, () -> Tables.inflate(packed, half, Tables::strings));
  }

  @Test
  void missingTableIsNamed() {
    var failure =
        assertThrows(
            IllegalStateException.class, () -> Tables.read("no-such.index", Tables::strings));
    assertEquals("The build did not write no-such.index", failure.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "String, STRING, false",
    "ArrayOfString, STRING, true",
    "ARN, ARN, false",
    "ArrayOfARN, ARN, true",
    "Bool, BOOL, false",
    "Date, DATE, false",
    "IPAddress, IP_ADDRESS, false",
    "Numeric, NUMERIC, false"
  })
  void typeOfAConditionKeyIsRead(String published, ConditionKey.Type type, boolean many)
      throws IOException {
    assertEquals(
        new ConditionKey("aws:Key", type, many), ConditionKey.read(stream("aws:Key", published)));
  }

  @Test
  void unknownTypesAndLevelsAreRefused() {
    assertThrows(IllegalStateException.class, () -> ConditionKey.read(stream("aws:Key", "Colour")));
    assertThrows(IllegalStateException.class, () -> AccessLevel.of("Sometimes"));
  }

  @ParameterizedTest
  @CsvSource({
    "List, LIST",
    "Read, READ",
    "Write, WRITE",
    "'Tagging, Write', TAGGING",
    "'Permissions management, Write', PERMISSIONS_MANAGEMENT"
  })
  void narrowerOfTwoAccessLevelsIsTaken(String published, AccessLevel level) {
    assertEquals(level, AccessLevel.of(published));
  }
}

package io.claviger.account;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackedTest {

  private static final byte[] ZEROS = new byte[10_000];

  @ParameterizedTest
  @EnumSource
  void unpackingGivesBackWhatWasPacked(Packed form) {
    byte[] packed = form.pack(ZEROS);
    assertTrue(packed.length < 100, "packed: " + packed.length);
    assertArrayEquals(ZEROS, form.unpack(packed, ZEROS.length).orElseThrow());
    assertArrayEquals(new byte[0], form.unpack(form.pack(new byte[0]), 0).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void whatEndsEarlyOrGoesOnIsRefused(Packed form) {
    byte[] packed = form.pack(ZEROS);
    for (int length = 0; length < packed.length; length++) {
      assertTrue(form.unpack(Arrays.copyOf(packed, length), ZEROS.length).isEmpty());
    }
    byte[] longer = Arrays.copyOf(packed, packed.length + 1);
    assertTrue(form.unpack(longer, ZEROS.length).isEmpty());
  }

  @ParameterizedTest
  @EnumSource
  void whatUnpacksToTooMuchIsRefused(Packed form) {
    byte[] packed = form.pack(ZEROS);
    assertTrue(form.unpack(packed, ZEROS.length - 1).isEmpty());
  }

  @Test
  void whatIsNotDeflateIsRefused() {
    byte[] reservedBlockType = {0x07};
    assertTrue(Packed.RAW.unpack(reservedBlockType, 10).isEmpty());
    assertTrue(Packed.ZLIB.unpack(Packed.RAW.pack(ZEROS), ZEROS.length).isEmpty());
  }
}

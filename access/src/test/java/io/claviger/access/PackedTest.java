package io.claviger.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PackedTest {

  private static final byte[] ZEROS = new byte[10_000];

  private final byte[] packed = Packed.pack(ZEROS);

  @Test
  void unpackingGivesBackWhatWasPacked() {
    assertTrue(packed.length < 100, "packed: " + packed.length);
    assertArrayEquals(ZEROS, Packed.unpack(packed, ZEROS.length).orElseThrow());
    assertArrayEquals(new byte[0], Packed.unpack(Packed.pack(new byte[0]), 0).orElseThrow());
  }

  @Test
  void whatEndsEarlyOrGoesOnIsRefused() {
    for (int length = 0; length < packed.length; length++) {
      assertTrue(Packed.unpack(Arrays.copyOf(packed, length), ZEROS.length).isEmpty());
    }
    byte[] longer = Arrays.copyOf(packed, packed.length + 1);
    assertTrue(Packed.unpack(longer, ZEROS.length).isEmpty());
  }

  @Test
  void whatUnpacksToTooMuchIsRefused() {
    assertTrue(Packed.unpack(packed, ZEROS.length - 1).isEmpty());
  }

  @Test
  void whatIsNotDeflateIsRefused() {
    byte[] reservedBlockType = {0x07};
    assertTrue(Packed.unpack(reservedBlockType, 10).isEmpty());
  }
}

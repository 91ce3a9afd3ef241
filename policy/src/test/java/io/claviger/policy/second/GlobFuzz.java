package io.claviger.policy.second;

/// Where the fuzzer comes in.
public final class GlobFuzz {

  private GlobFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    FuzzTarget.GLOB.check(input);
  }
}

package io.claviger.policy.second;

/// Where the fuzzer comes in.
public final class CaseFuzz {

  private CaseFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    FuzzTarget.CASE.check(input);
  }
}

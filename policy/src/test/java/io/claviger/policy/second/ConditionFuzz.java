package io.claviger.policy.second;

/// Where the fuzzer comes in.
public final class ConditionFuzz {

  private ConditionFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    FuzzTarget.CONDITION.check(input);
  }
}

package io.claviger.policy.second;

/// Where the fuzzer comes in.
public final class ResourceFuzz {

  private ResourceFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    FuzzTarget.RESOURCE.check(input);
  }
}

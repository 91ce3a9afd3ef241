package io.claviger.policy.second;

/// Where the fuzzer comes in.
public final class ParserFuzz {

  private ParserFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    FuzzTarget.PARSER.check(input);
  }
}

package io.claviger.wire.sigv4;

/// What a signature is good for: one day, one region, one service.
///
/// @param date eight digits, `20150830`
/// @param region as the client wrote it; any is accepted
/// @param service such as `iam`
public record CredentialScope(String date, String region, String service) {

  static final String TERMINATOR = "aws4_request";

  /// As it stands in the string to sign.
  @Override
  public String toString() {
    return date + '/' + region + '/' + service + '/' + TERMINATOR;
  }
}

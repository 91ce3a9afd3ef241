package io.claviger.account;

/// The version of the session tokens that the global endpoint of STS hands out. The names are part
/// of the stored form.
///
/// AWS rule: IAM API Reference, "SetSecurityTokenServicePreferences".
public enum TokenVersion {
  /// Good in the regions that every account has.
  V1,
  /// Good in all regions.
  V2
}

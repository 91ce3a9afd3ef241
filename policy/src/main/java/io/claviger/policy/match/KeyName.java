package io.claviger.policy.match;

import io.claviger.policy.document.AsciiCase;
import java.util.HashMap;
import java.util.Map;

/// The name of a condition key. Names are compared without regard to case, in ASCII. Those of
/// common keys are numbered, so that no text need be compared.
public final class KeyName {

  /// The keys that most requests have and most policies ask for, as AWS writes them. Each has its
  /// place here as a number.
  private static final String[] COMMON = {
    "aws:CalledVia",
    "aws:CurrentTime",
    "aws:EpochTime",
    "aws:FederatedProvider",
    "aws:MultiFactorAuthAge",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalIsAWSService",
    "aws:PrincipalOrgID",
    "aws:PrincipalOrgPaths",
    "aws:PrincipalServiceName",
    "aws:PrincipalType",
    "aws:Referer",
    "aws:RequestedRegion",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:ResourceOrgPaths",
    "aws:SecureTransport",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceIdentity",
    "aws:SourceIp",
    "aws:SourceOrgID",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:TagKeys",
    "aws:TokenIssueTime",
    "aws:UserAgent",
    "aws:userid",
    "aws:username",
    "aws:ViaAWSService",
    "aws:VpcSourceIp",
    "iam:PassedToService",
    "iam:PermissionsBoundary",
    "iam:PolicyARN",
    "sts:ExternalId",
    "sts:RoleSessionName",
    "sts:SourceIdentity"
  };

  /// How many keys have a number. A `long` has a bit for each.
  static final int NUMBERED = COMMON.length;

  /// The number of a key that is not common.
  public static final int NO_NUMBER = -1;

  /// By number.
  private static final KeyName[] BY_NUMBER = new KeyName[NUMBERED];

  /// The common ones, as they are written and in lower case.
  private static final Map<String, KeyName> COMMON_NAMES = common();

  private final String lower;
  private final int number;

  private KeyName(String lower, int number) {
    this.lower = lower;
    this.number = number;
  }

  private static Map<String, KeyName> common() {
    Map<String, KeyName> names = new HashMap<>();
    for (int number = 0; number < NUMBERED; number++) {
      KeyName name = new KeyName(AsciiCase.lower(COMMON[number]), number);
      BY_NUMBER[number] = name;
      names.put(COMMON[number], name);
      names.put(name.lower, name);
    }
    return Map.copyOf(names);
  }

  /// The name that the text spells, in any case.
  public static KeyName of(String text) {
    KeyName common = COMMON_NAMES.get(text);
    if (common != null) {
      return common;
    }
    String lower = AsciiCase.lower(text);
    KeyName inOddCase = COMMON_NAMES.get(lower);
    return inOddCase == null ? new KeyName(lower, NO_NUMBER) : inOddCase;
  }

  /// The common key of this number.
  public static KeyName numbered(int number) {
    return BY_NUMBER[number];
  }

  /// In lower case.
  public String lower() {
    return lower;
  }

  /// Below [#NUMBERED] for a common key, else [#NO_NUMBER].
  public int number() {
    return number;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeyName that && lower.equals(that.lower);
  }

  @Override
  public int hashCode() {
    return lower.hashCode();
  }

  @Override
  public String toString() {
    return lower;
  }
}

package io.claviger.base;

import java.util.Optional;

/// An Amazon Resource Name: six fields, split at the first five colons. Compared exactly as
/// written.
///
/// `region` and `account` may be empty; `resource` may hold any character, colons included.
///
/// AWS rule: IAM User Guide, "Identify AWS resources with Amazon Resource Names (ARNs)".
public record Arn(
    String partition, String service, String region, String account, String resource) {

  private static final int COLONS = 5;

  /// The ARN that `text` spells, or empty when it has fewer than six fields, does not start with
  /// `arn:`, or lacks a partition, service or resource.
  public static Optional<Arn> find(String text) {
    if (!text.startsWith("arn:")) {
      return Optional.empty();
    }
    int[] colons = new int[COLONS];
    int from = 0;
    for (int i = 0; i < COLONS; i++) {
      colons[i] = text.indexOf(':', from);
      if (colons[i] < 0) {
        return Optional.empty();
      }
      from = colons[i] + 1;
    }
    Arn arn =
        new Arn(
            text.substring(colons[0] + 1, colons[1]),
            text.substring(colons[1] + 1, colons[2]),
            text.substring(colons[2] + 1, colons[3]),
            text.substring(colons[3] + 1, colons[4]),
            text.substring(from));
    boolean whole = !arn.partition.isEmpty() && !arn.service.isEmpty() && !arn.resource.isEmpty();
    return whole ? Optional.of(arn) : Optional.empty();
  }

  /// The ARN that `text` spells.
  ///
  /// @throws IllegalArgumentException where [#find] is empty
  public static Arn parse(String text) {
    return find(text).orElseThrow(() -> new IllegalArgumentException("Not an ARN: " + text));
  }

  /// An ARN of IAM, which has no region: `arn:aws:iam::123456789012:user/path/name`.
  public static Arn iam(AccountId account, String resource) {
    return new Arn("aws", "iam", "", account.digits(), resource);
  }

  /// An ARN of STS, which has no region: `arn:aws:sts::123456789012:assumed-role/Role/Session`.
  public static Arn sts(AccountId account, String resource) {
    return new Arn("aws", "sts", "", account.digits(), resource);
  }

  /// The account field as an id, or empty when it holds none.
  public Optional<AccountId> accountId() {
    return AccountId.find(account);
  }

  @Override
  public String toString() {
    return "arn:" + partition + ':' + service + ':' + region + ':' + account + ':' + resource;
  }
}

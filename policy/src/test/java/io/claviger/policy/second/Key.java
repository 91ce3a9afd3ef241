package io.claviger.policy.second;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A condition key that is asked for.
record Key(String name, Family family, boolean isMultivalued) {

  static final List<Key> ALL =
      List.of(
          new Key("aws:username", Family.TEXT, false),
          new Key("aws:PrincipalTag/team", Family.TEXT, false),
          new Key("aws:TagKeys", Family.TEXT, true),
          new Key("s3:max-keys", Family.NUMBER, false),
          new Key("x:sizes", Family.NUMBER, true),
          new Key("aws:CurrentTime", Family.DATE, false),
          new Key("x:dates", Family.DATE, true),
          new Key("aws:MultiFactorAuthPresent", Family.TRUTH, false),
          new Key("x:flags", Family.TRUTH, true),
          new Key("x:blob", Family.BYTES, false),
          new Key("x:blobs", Family.BYTES, true),
          new Key("aws:SourceIp", Family.ADDRESS, false),
          new Key("x:addresses", Family.ADDRESS, true),
          new Key("aws:SourceArn", Family.ARN, false),
          new Key("x:arns", Family.ARN, true));

  private static final Map<String, List<Key>> BY_FAMILY =
      ALL.stream().collect(Collectors.groupingBy(key -> key.family().name()));

  /// The keys that hold such values: single-valued ones and multivalued ones.
  static List<Key> of(Family family) {
    return BY_FAMILY.getOrDefault(family.name(), List.of());
  }
}

package io.claviger.reference;

import io.claviger.base.Arn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All managed policies of AWS. Names are unique, whatever the path.
public final class ManagedPolicies {

  private final NavigableMap<String, ManagedPolicy> byName;
  private final Map<Arn, ManagedPolicy> byArn;

  private ManagedPolicies(List<ManagedPolicy> policies) {
    byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byArn = HashMap.newHashMap(policies.size());
    for (ManagedPolicy policy : policies) {
      byName.put(policy.name(), policy);
      byArn.put(policy.arn(), policy);
    }
  }

  /// Reads names, dates and versions, some 150 KB from the jar; documents are left for later.
  public static ManagedPolicies load() {
    return new ManagedPolicies(
        Tables.read(
            "managed-policies.index", in -> Tables.list(in, in.readInt(), ManagedPolicy::read)));
  }

  /// The policy with exactly this ARN.
  public Optional<ManagedPolicy> find(Arn arn) {
    return Optional.ofNullable(byArn.get(arn));
  }

  /// The policies whose names come after `afterName`, or all, ordered by name without regard to
  /// case.
  public Stream<ManagedPolicy> inOrder(@Nullable String afterName) {
    return (afterName == null ? byName : byName.tailMap(afterName, false)).values().stream();
  }

  public int size() {
    return byName.size();
  }
}

package io.claviger.reference;

import io.claviger.base.Arn;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All managed policies of AWS. Names are unique, whatever the path.
public final class ManagedPolicies {

  private static final Comparator<String> BY_NAME = String.CASE_INSENSITIVE_ORDER;

  private final List<ManagedPolicy> inOrder;
  private final Map<String, ManagedPolicy> byResource;

  private ManagedPolicies(List<ManagedPolicy> inOrder) {
    this.inOrder = inOrder;
    this.byResource = HashMap.newHashMap(inOrder.size());
    inOrder.forEach(policy -> byResource.put(policy.resource(), policy));
  }

  /// Reads names and dates, some 170 KB from the jar; versions and documents are left for later.
  public static ManagedPolicies load() {
    NewestDocuments documents = new NewestDocuments();
    return new ManagedPolicies(
        Tables.read(
            "managed-policies.index",
            in -> Tables.list(in, in.readInt(), each -> ManagedPolicy.read(each, documents))));
  }

  /// The policy with exactly this ARN.
  public Optional<ManagedPolicy> find(Arn arn) {
    return Optional.ofNullable(byResource.get(arn.resource()))
        .filter(policy -> policy.arn().equals(arn));
  }

  /// The policies whose names come after `afterName`, or all, ordered by name without regard to
  /// case.
  public Stream<ManagedPolicy> inOrder(@Nullable String afterName) {
    return afterName == null ? inOrder.stream() : inOrder.stream().skip(countUpTo(afterName));
  }

  /// How many names come before `name` or are it.
  private int countUpTo(String name) {
    int low = 0;
    int high = inOrder.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (BY_NAME.compare(inOrder.get(middle).name(), name) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  public int size() {
    return inOrder.size();
  }
}

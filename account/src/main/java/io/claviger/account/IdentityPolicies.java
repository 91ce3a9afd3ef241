package io.claviger.account;

import io.claviger.base.Arn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The identity-based policies of one user, group or role.
///
/// @param attached the managed policies, in the order of attachment, each once
/// @param inline the embedded policies' documents, exactly as they were put, by policy name
public record IdentityPolicies(List<Arn> attached, SortedMap<String, String> inline) {

  public static final IdentityPolicies NONE = new IdentityPolicies(List.of(), new TreeMap<>());

  public IdentityPolicies {
    attached = List.copyOf(attached);
    inline = Collections.unmodifiableSortedMap(new TreeMap<>(inline));
  }

  /// With `policy` attached; the same when it already is.
  public IdentityPolicies attach(Arn policy) {
    if (attached.contains(policy)) {
      return this;
    }
    List<Arn> more = new ArrayList<>(attached);
    more.add(policy);
    return new IdentityPolicies(more, inline);
  }

  /// With `policy` no longer attached.
  public IdentityPolicies detach(Arn policy) {
    return new IdentityPolicies(
        attached.stream().filter(arn -> !arn.equals(policy)).toList(), inline);
  }

  /// With the document embedded under the name, in place of the one that was.
  public IdentityPolicies putInline(String name, String document) {
    SortedMap<String, String> more = new TreeMap<>(inline);
    more.put(name, document);
    return new IdentityPolicies(attached, more);
  }

  /// Without the embedded policy of that name.
  public IdentityPolicies deleteInline(String name) {
    SortedMap<String, String> fewer = new TreeMap<>(inline);
    fewer.remove(name);
    return new IdentityPolicies(attached, fewer);
  }

  public boolean isEmpty() {
    return attached.isEmpty() && inline.isEmpty();
  }

  /// The characters of all embedded documents that count towards the quota: all but white space.
  ///
  /// AWS rule: IAM User Guide, "IAM and AWS STS quotas".
  public int inlineSize() {
    return inline.values().stream().mapToInt(IdentityPolicies::countedSize).sum();
  }

  /// The characters of one document that count towards a quota: all but white space.
  public static int countedSize(String document) {
    return (int) document.chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}

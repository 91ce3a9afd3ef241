package io.claviger.account;

/// A user, group or role: what identity-based policies are attached to or embedded in.
public sealed interface PolicyHolder extends Named permits Bounded, Group {

  IdentityPolicies policies();

  PolicyHolder withPolicies(IdentityPolicies policies);
}

package io.claviger.account;

import org.jspecify.annotations.Nullable;

/// An account's password policy.
///
/// AWS rule: IAM User Guide, "Set an account password policy for IAM users".
///
/// @param minimumLength 6 to 128
/// @param maxAgeDays 1 to 1,095, or null for passwords that do not expire
/// @param reusePrevention how many earlier passwords are refused, 1 to 24, or null
/// @param hardExpiry null where it was not given
public record PasswordPolicy(
    int minimumLength,
    boolean requireSymbols,
    boolean requireNumbers,
    boolean requireUppercase,
    boolean requireLowercase,
    boolean allowUsersToChange,
    @Nullable Integer maxAgeDays,
    @Nullable Integer reusePrevention,
    @Nullable Boolean hardExpiry) {}

package io.claviger.access;

import io.claviger.base.SecretText;
import java.time.Instant;

/// Temporary security credentials, as STS hands them out once.
///
/// AWS rule: STS API Reference, "Credentials".
///
/// @param accessKeyId `ASIA…`
/// @param sessionToken at most 4,096 characters
/// @param expires in whole seconds
public record Credentials(
    String accessKeyId, SecretText secretAccessKey, SecretText sessionToken, Instant expires) {}

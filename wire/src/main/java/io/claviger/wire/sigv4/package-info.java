/// Verifies AWS Signature Version 4, in the `Authorization` header and in the query string of a
/// presigned URL.
///
/// Verification takes two steps, because the secret must be looked up between them:
/// [io.claviger.wire.sigv4.SignedRequest] reads who claims to have signed and refuses what can be
/// read in more than one way; [io.claviger.wire.sigv4.SignatureVerifier] checks the claim.
///
/// Canonical form and key derivation follow IAM User Guide, "Create a signed AWS API request".
/// Where that form would make two different requests look the same (a path with `/../`, say), the
/// request is refused instead, so that what was signed is, byte for byte, what is served.
@NullMarked
package io.claviger.wire.sigv4;

import org.jspecify.annotations.NullMarked;

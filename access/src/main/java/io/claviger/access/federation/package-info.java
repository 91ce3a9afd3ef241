/// What identity providers vouch for: verified tokens, and what is wrong with others.
///
/// Whoever calls with a token instead of a signature is a
/// [io.claviger.access.federation.FederatedIdentity].
@NullMarked
package io.claviger.access.federation;

import org.jspecify.annotations.NullMarked;

/// Accounts as issuers of web identity tokens, which services elsewhere verify.
///
/// An account that wants to be one is an [io.claviger.account.OutboundIssuer] with a key for each
/// algorithm. Its tokens say who the caller is; whoever gets one looks at the issuer's URL, which
/// the token names, for the keys to verify it with. Keys are rotated by adding a new one: it signs
/// from then on, and the old one is published for another day.
@NullMarked
package io.claviger.access.outbound;

import org.jspecify.annotations.NullMarked;

/// Verifies the tokens of OpenID Connect providers.
///
/// A token's issuer must be a provider of the role's account, or one of the few that AWS knows. Its
/// keys are found as OpenID Connect Discovery says and kept for a while ([IssuerKeys]); nothing in
/// a token says where to look. The algorithm is one of six and must fit the key ([TokenSignature]).
/// Then come the claims ([WebIdentityTokens]), of which the provider's condition keys are made
/// ([ClaimKeys]).
@NullMarked
package io.claviger.access.oidc;

import org.jspecify.annotations.NullMarked;

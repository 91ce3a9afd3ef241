/// SAML 2.0: what identity providers say of themselves and of their users.
///
/// One parser reads all of it. Of what a provider has signed, the bytes whose digest was signed are
/// read anew, and nothing else is: verifier and reader cannot look at different things. Only what
/// stands in the document is looked at; nothing is fetched, and no key that it brings counts.
@NullMarked
package io.claviger.access.saml;

import org.jspecify.annotations.NullMarked;

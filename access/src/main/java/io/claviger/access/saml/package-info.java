/// SAML 2.0: what identity providers say of themselves and of their users.
///
/// One parser reads all of it, once; whatever is verified and whatever is read are elements of the
/// same tree.
@NullMarked
package io.claviger.access.saml;

import org.jspecify.annotations.NullMarked;

/// SAML identity providers.
@NullMarked
package io.claviger.service.iam.saml;

import org.jspecify.annotations.NullMarked;

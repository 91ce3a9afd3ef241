@NullMarked
package io.claviger.access.saml;

import org.jspecify.annotations.NullMarked;

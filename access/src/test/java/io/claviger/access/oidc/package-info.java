@NullMarked
package io.claviger.access.oidc;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.claviger.wire.sigv4;

import org.jspecify.annotations.NullMarked;

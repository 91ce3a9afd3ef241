@NullMarked
package io.claviger.wire;

import org.jspecify.annotations.NullMarked;

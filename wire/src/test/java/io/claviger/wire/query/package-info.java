@NullMarked
package io.claviger.wire.query;

import org.jspecify.annotations.NullMarked;

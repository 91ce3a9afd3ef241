@NullMarked
package io.claviger.access.outbound;

import org.jspecify.annotations.NullMarked;

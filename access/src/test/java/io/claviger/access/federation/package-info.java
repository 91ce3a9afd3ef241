@NullMarked
package io.claviger.access.federation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.claviger.reference;

import org.jspecify.annotations.NullMarked;

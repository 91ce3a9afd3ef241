@NullMarked
package io.claviger.access;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.claviger.base;

import org.jspecify.annotations.NullMarked;

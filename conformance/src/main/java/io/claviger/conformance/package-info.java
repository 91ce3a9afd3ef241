@NullMarked
package io.claviger.conformance;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.claviger.policy.explain;

import org.jspecify.annotations.NullMarked;

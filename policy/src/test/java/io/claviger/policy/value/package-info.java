@NullMarked
package io.claviger.policy.value;

import org.jspecify.annotations.NullMarked;

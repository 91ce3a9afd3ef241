/// What the values of conditions spell: numbers, times, addresses, bytes.
@NullMarked
package io.claviger.policy.value;

import org.jspecify.annotations.NullMarked;

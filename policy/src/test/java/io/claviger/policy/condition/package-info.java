@NullMarked
package io.claviger.policy.condition;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.claviger.policy.decide;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.claviger.policy.match;

import org.jspecify.annotations.NullMarked;

/// The condition block: operators compiled once, and what they say of a request.
@NullMarked
package io.claviger.policy.condition;

import org.jspecify.annotations.NullMarked;

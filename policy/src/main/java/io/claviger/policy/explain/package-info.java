/// Why a decision came out as it did, in words and as values.
@NullMarked
package io.claviger.policy.explain;

import org.jspecify.annotations.NullMarked;

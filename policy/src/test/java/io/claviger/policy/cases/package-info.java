@NullMarked
package io.claviger.policy.cases;

import org.jspecify.annotations.NullMarked;

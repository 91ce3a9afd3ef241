@NullMarked
package io.claviger.policy.document;

import org.jspecify.annotations.NullMarked;

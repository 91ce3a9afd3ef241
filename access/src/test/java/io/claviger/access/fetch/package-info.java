@NullMarked
package io.claviger.access.fetch;

import org.jspecify.annotations.NullMarked;

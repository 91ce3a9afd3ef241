@NullMarked
package io.claviger.cli.simulate;

import org.jspecify.annotations.NullMarked;

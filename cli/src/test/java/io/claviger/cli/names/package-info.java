@NullMarked
package io.claviger.cli.names;

import org.jspecify.annotations.NullMarked;

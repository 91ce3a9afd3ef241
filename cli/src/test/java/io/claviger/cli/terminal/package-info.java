@NullMarked
package io.claviger.cli.terminal;

import org.jspecify.annotations.NullMarked;

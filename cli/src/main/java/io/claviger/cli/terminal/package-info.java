/// What commands print, and how: text for people, in colour where that helps, and JSON for
/// programs.
@NullMarked
package io.claviger.cli.terminal;

import org.jspecify.annotations.NullMarked;

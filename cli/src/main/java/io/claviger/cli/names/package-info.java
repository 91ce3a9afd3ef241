/// The names of actions, services and condition keys that AWS documents.
@NullMarked
package io.claviger.cli.names;

import org.jspecify.annotations.NullMarked;

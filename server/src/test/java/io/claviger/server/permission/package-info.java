/// What each operation requires, seen from outside: real clients against a whole server.
@NullMarked
package io.claviger.server.permission;

import org.jspecify.annotations.NullMarked;

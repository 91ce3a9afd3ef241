/// The listener: the only package that knows the HTTP server's own types.
@NullMarked
package io.claviger.server.http;

import org.jspecify.annotations.NullMarked;

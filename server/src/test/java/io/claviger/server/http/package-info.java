@NullMarked
package io.claviger.server.http;

import org.jspecify.annotations.NullMarked;

/// Plain HTTP requests and responses, as the rest of the code knows them; the listener's own types
/// stay in `server`.
@NullMarked
package io.claviger.wire.http;

import org.jspecify.annotations.NullMarked;

/// Measures the packaged server over loopback, for `docs/performance.md`: `./verify bench server`
/// and `./verify bench scale`. Asserts nothing.
@NullMarked
package io.claviger.conformance.load;

import org.jspecify.annotations.NullMarked;

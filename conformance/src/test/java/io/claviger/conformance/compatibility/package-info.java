/// Writes `docs/compatibility.md` from the code and checks that the committed page is current.
@NullMarked
package io.claviger.conformance.compatibility;

import org.jspecify.annotations.NullMarked;

/// The rules of `docs/architecture.md` and `CONTRIBUTING.md`, checked against the compiled classes,
/// the poms and the sources. Every rule has a planted violation that it must find.
@NullMarked
package io.claviger.conformance.architecture;

import org.jspecify.annotations.NullMarked;

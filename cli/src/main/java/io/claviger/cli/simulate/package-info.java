/// The command that decides requests without a server.
@NullMarked
package io.claviger.cli.simulate;

import org.jspecify.annotations.NullMarked;

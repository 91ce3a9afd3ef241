/// The command that says what is wrong with policies.
@NullMarked
package io.claviger.cli.validate;

import org.jspecify.annotations.NullMarked;

/// Temporary delegation: a partner asks for permissions, somebody of another account accepts, and
/// the partner gets credentials that carry them for some hours.
@NullMarked
package io.claviger.service.iam.delegation;

import org.jspecify.annotations.NullMarked;

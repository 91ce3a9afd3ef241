/// From a call and its outcome to the audit event that stays of it.
@NullMarked
package io.claviger.server.audit;

import org.jspecify.annotations.NullMarked;

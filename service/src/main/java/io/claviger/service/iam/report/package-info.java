/// What an account tells of itself as a whole: its permissions in full, and the state of its
/// credentials.
@NullMarked
package io.claviger.service.iam.report;

import org.jspecify.annotations.NullMarked;

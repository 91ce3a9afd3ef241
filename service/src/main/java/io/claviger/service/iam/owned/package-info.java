/// What is alike for all credentials of which a user can have several: listing those of a user,
/// activating, deactivating and deleting one.
@NullMarked
package io.claviger.service.iam.owned;

import org.jspecify.annotations.NullMarked;

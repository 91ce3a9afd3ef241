/// What an organization decides for its accounts in IAM. No account is in an organization yet, so
/// each operation answers what AWS answers then.
@NullMarked
package io.claviger.service.iam.organization;

import org.jspecify.annotations.NullMarked;

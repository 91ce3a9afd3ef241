/// Which services somebody may reach, by which policies, and when they last did.
///
/// AWS rule: IAM User Guide, "Refine permissions in AWS using last accessed information".
@NullMarked
package io.claviger.service.iam.lastaccess;

import org.jspecify.annotations.NullMarked;

/// The policy simulator: what policies would decide, without a call being made.
///
/// It asks the evaluator that real requests ask. What it does not do by itself, as AWS's does not:
/// no condition key has a value but those given as `ContextEntries`, also none of the global ones;
/// and no resource has a policy but the one given as `ResourcePolicy`. Without one, who owns a
/// resource has no bearing: the answer is what the identity-based policies say.
///
/// Every action is simulated on every resource, and each such pair is one result. AWS rolls the
/// resources of an action up into one result when there are several; who reads
/// `ResourceSpecificResults` reads both the same way.
///
/// AWS rule: IAM User Guide, "Testing IAM policies with the IAM policy simulator".
@NullMarked
package io.claviger.service.iam.simulate;

import org.jspecify.annotations.NullMarked;

/// Every operation through the AWS SDK for Java, over HTTP: what it answers and does, and the
/// errors that its model declares.
///
/// One class for each family of operations implements [OperationFamily]. Its tests are annotated
/// with the operations whose [Success] they show; its [OperationFamily#refusals()] lists who is
/// refused what. Both claims are checked against the calls that were really made. That nothing is
/// missing is [CoverageRulesTest]'s to say, from those declarations alone.
@NullMarked
package io.claviger.conformance.operation;

import org.jspecify.annotations.NullMarked;

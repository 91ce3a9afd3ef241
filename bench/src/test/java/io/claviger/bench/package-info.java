/// What the policy engine costs: a workload that states its shares, and JMH benchmarks over it.
///
/// `./verify bench` runs them; `docs/performance.md` says what came out. The tests here only check
/// that the workload is what it says it is.
@NullMarked
package io.claviger.bench;

import org.jspecify.annotations.NullMarked;

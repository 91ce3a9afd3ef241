/// A second opinion on every decision.
///
/// [SecondOpinion] decides as the engine does, but was written from the rules of evaluation alone,
/// by somebody who had not read the engine, and shares nothing with it but the syntax tree: naive
/// loops over the parsed documents. Numbers such as `§13.4` are those of the rules, by which the
/// rows of the scenario tables are named too. [World] and its makers generate what the two are
/// asked, and [Duel] compares the answers.
@NullMarked
package io.claviger.policy.second;

import org.jspecify.annotations.NullMarked;

package io.claviger.policy.cases;

/// What a line of a stream of decision cases holds.
public sealed interface CaseLine permits DecisionCase, BadCase {}

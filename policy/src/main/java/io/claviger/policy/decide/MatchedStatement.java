package io.claviger.policy.decide;

import io.claviger.policy.document.Statement;

/// A statement that matched a request, and where it stands.
///
/// @param index the statement's place in its policy, from 0
public record MatchedStatement(Layer layer, PolicySource source, int index, Statement statement) {}

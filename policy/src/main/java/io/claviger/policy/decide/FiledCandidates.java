package io.claviger.policy.decide;

import java.util.List;

/// The candidates to which resources lead, and by which way.
///
/// @param candidates all of them
/// @param tables the same, by service
record FiledCandidates(List<Candidate> candidates, List<ArnTable> tables) {

  static final FiledCandidates NONE = new FiledCandidates(List.of(), List.of());
}

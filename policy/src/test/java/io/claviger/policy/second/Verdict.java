package io.claviger.policy.second;

import io.claviger.policy.decide.Layer;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Effect;
import io.claviger.policy.second.SecondOpinion.Place;

/// A statement that matches.
///
/// @param level of the organization; 0 in layers without levels
record Verdict(Place place, int level, Statement statement) {

  boolean is(Layer layer, Effect effect) {
    return place.layer() == layer && statement.effect() == effect;
  }
}

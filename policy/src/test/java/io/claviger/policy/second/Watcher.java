package io.claviger.policy.second;

import io.claviger.policy.decide.Layer;
import io.claviger.policy.document.Statement;
import io.claviger.policy.document.Statement.Condition;

/// Is told what an evaluation came across.
interface Watcher {

  Watcher NONE =
      new Watcher() {
        @Override
        public void condition(Condition condition, Kleene truth) {}

        @Override
        public void match(Layer layer, Statement statement) {}
      };

  /// A condition on which its statement depended, the rest of it being met.
  void condition(Condition condition, Kleene truth);

  /// A statement matched.
  void match(Layer layer, Statement statement);
}

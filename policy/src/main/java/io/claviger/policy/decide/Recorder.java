package io.claviger.policy.decide;

/// Is told how a decision came about, while it does. Called on the deciding thread, in the order of
/// the policies.
public interface Recorder {

  /// A statement was looked at.
  void statement(StatementOutcome outcome);

  /// All statements of a layer that has a say were looked at.
  ///
  /// @param isAllowing whether the layer has what it needs to allow: a matching `Allow`, on every
  ///   level where there are levels. A layer that need not allow may not do so in an allowed
  ///   request
  default void layer(Layer layer, boolean isAllowing) {}
}

package io.claviger.policy.explain;

/// What a layer says to a request.
public enum LayerState {
  /// There are no such policies, or they have no say over the requester.
  ABSENT,
  /// There is what the layer needs to allow, and no deny.
  ALLOWS,
  /// Neither a deny nor the allow that the layer would need.
  SILENT,
  /// A statement denies.
  DENIES
}

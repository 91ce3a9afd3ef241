package io.claviger.policy.decide;

/// Where allows are counted: a bit for each layer, and one for each level of those that have
/// levels, so that "every layer that must allow does" is one comparison.
final class Slots {

  static final long RESOURCE = 1L;
  static final long IDENTITY = 1L << 1;
  static final long PERMISSIONS_BOUNDARY = 1L << 2;
  static final long SESSION = 1L << 3;
  static final long VPC_ENDPOINT = 1L << 4;

  /// The slots of the layers whose allows grant; those of all others only limit.
  static final long GRANTING = RESOURCE | IDENTITY;

  /// The most levels there can be. AWS has at most seven: the root, five levels of organizational
  /// units, and the account.
  static final int MAX_LEVELS = 24;

  private static final int SERVICE_CONTROL = 8;
  private static final int RESOURCE_CONTROL = SERVICE_CONTROL + MAX_LEVELS;
  private static final long LEVELS = (1L << MAX_LEVELS) - 1;

  private Slots() {}

  /// All slots of a layer.
  static long of(Layer layer) {
    return switch (layer) {
      case RESOURCE_CONTROL -> LEVELS << RESOURCE_CONTROL;
      case SERVICE_CONTROL -> LEVELS << SERVICE_CONTROL;
      case VPC_ENDPOINT -> VPC_ENDPOINT;
      case RESOURCE -> RESOURCE;
      case IDENTITY -> IDENTITY;
      case PERMISSIONS_BOUNDARY -> PERMISSIONS_BOUNDARY;
      case SESSION -> SESSION;
    };
  }

  /// The slot of one level of a layer that has levels.
  static long level(Layer layer, int level) {
    int first =
        switch (layer) {
          case RESOURCE_CONTROL -> RESOURCE_CONTROL;
          case SERVICE_CONTROL -> SERVICE_CONTROL;
          case VPC_ENDPOINT, RESOURCE, IDENTITY, PERMISSIONS_BOUNDARY, SESSION ->
              throw new IllegalStateException(layer + " has no levels");
        };
    return 1L << (first + level);
  }
}

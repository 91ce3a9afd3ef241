package io.claviger.service.iam.delegation;

/// Takes what partners are told. AWS publishes it to the topic that the request names.
public interface Notices {

  /// Hands the notice over. Blocks until that is done.
  ///
  /// @throws RuntimeException when it could not be handed over
  void send(Notice notice);
}

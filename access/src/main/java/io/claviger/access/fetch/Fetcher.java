package io.claviger.access.fetch;

import java.net.URI;
import java.util.Set;

/// Gets what identity providers publish. Blocks for some seconds at most; safe for use by many
/// threads.
public interface Fetcher {

  /// The document at an address.
  ///
  /// @param uri `https`, with a host and without user information
  /// @param thumbprints hexadecimal SHA-1 hashes, one of which must be in the chain of the server's
  ///   certificate where no known authority vouches for it
  byte[] get(URI uri, Set<String> thumbprints) throws FetchFailure;

  /// The SHA-1 hash, in hexadecimal digits, of the topmost certificate that the server shows. It is
  /// not asked who vouches for it.
  String topThumbprint(URI uri) throws FetchFailure;
}

package io.claviger.account;

import io.claviger.base.AccountId;
import java.time.Instant;

/// Marks of what may be used only once: a TOTP step, an assertion id.
public interface UsedOnce {

  /// Marks `mark` as used and returns true, or returns false when it already is. Durable before it
  /// returns; blocks for the disk.
  ///
  /// @param purpose keeps marks of different kinds apart
  /// @param until when the mark may be forgotten, because what it stands for is refused by then
  ///   anyway
  boolean claim(AccountId account, String purpose, String mark, Instant until);

  /// Takes a mark back: it can be claimed again. Durable before it returns; blocks for the disk.
  void release(AccountId account, String purpose, String mark);
}

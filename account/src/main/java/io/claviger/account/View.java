package io.claviger.account;

/// What a handler may read: the account it works on, and every other one as it is published.
public interface View extends Accounts {

  /// The account the operation works on. For a write it is the head: it has the changes that are
  /// queued but not yet on disk. [#account] gives the same value for its id.
  Account home();
}

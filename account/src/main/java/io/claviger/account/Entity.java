package io.claviger.account;

import java.time.Instant;

/// One thing that an account holds and a [Change] puts or removes.
///
/// An attachment or a membership lives on the principal's side: a user names its groups, a role its
/// policies. Entities name each other by unique id, so that a recreated name is another entity.
public sealed interface Entity
    permits AccessReport,
        AccountSettings,
        CredentialReport,
        Delegation,
        DelegationRequest,
        LoginProfile,
        Named,
        OutboundIssuer,
        RoleDeletionTask,
        Tagged,
        UserCredential {

  /// What this entity is stored under; unique in its account and never given to another entity.
  EntityKey key();

  /// When the entity was made, in whole seconds.
  Instant created();
}

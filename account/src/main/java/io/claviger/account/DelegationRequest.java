package io.claviger.account;

import io.claviger.base.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a partner asks somebody to delegate to it. Stands in the partner's account and stays as it
/// was made; what becomes of it is the [Delegation] in the account that takes it over.
///
/// AWS rule: IAM User Guide, "IAM temporary delegation"; IAM API Reference,
/// "CreateDelegationRequest".
///
/// @param id carries the requestor's account, so that any account finds the request
/// @param requestor the partner's account
/// @param requestorName the partner's friendly name
/// @param ownerAccount the only account that may take it over; null where any may
/// @param templateArn the policy template that the permissions were made from
/// @param policy the policy that the template and the parameters gave
/// @param workflowId what the partner knows it by; unique in the partner's account
/// @param notificationChannel the ARN of the topic that the partner wants to be told through
/// @param sessionSeconds how long the delegated session lasts
/// @param onlySendByOwner whether nobody but the owner may release the token
public record DelegationRequest(
    String id,
    AccountId requestor,
    String requestorName,
    Instant created,
    @Nullable AccountId ownerAccount,
    String description,
    String templateArn,
    List<Parameter> parameters,
    String policy,
    String workflowId,
    @Nullable String requestMessage,
    @Nullable String redirectUrl,
    String notificationChannel,
    int sessionSeconds,
    boolean onlySendByOwner)
    implements Entity {

  /// How long it may stand untaken.
  ///
  /// AWS rule: IAM User Guide, "Building your integration", "Expiration Path".
  private static final Duration UNTAKEN = Duration.ofDays(1);

  private static final int ID_DIGITS = 12;

  public DelegationRequest {
    parameters = List.copyOf(parameters);
  }

  /// A value, or a list of them, for a place in the template.
  public record Parameter(String name, List<String> values, boolean isList) {
    public Parameter {
      values = List.copyOf(values);
    }
  }

  /// A new id: the account, and what nobody guesses.
  public static String newId(AccountId requestor, Ids ids) {
    return requestor.digits() + '-' + ids.uuid();
  }

  /// The account that an id carries; empty for a text that is no id.
  public static Optional<AccountId> requestorOf(String id) {
    return id.length() > ID_DIGITS && id.charAt(ID_DIGITS) == '-'
        ? AccountId.find(id.substring(0, ID_DIGITS))
        : Optional.empty();
  }

  @Override
  public EntityKey key() {
    return new EntityKey(EntityKind.DELEGATION_REQUEST, id);
  }

  /// When it expires if nobody takes it over.
  public Instant expires() {
    return created.plus(UNTAKEN);
  }

  /// Whether an identity of that account may take it over, as far as the partner is concerned.
  public boolean isFor(AccountId account) {
    return ownerAccount == null || ownerAccount.equals(account);
  }
}

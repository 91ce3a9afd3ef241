package io.claviger.service.iam.delegation;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a request leads to outside of this server.
final class Channels {

  private static final String SAFE = "https://";

  private Channels() {}

  /// The URL that the customer is sent back to: only one that nobody on the way can change. AWS
  /// takes `http:` too.
  ///
  /// @throws io.claviger.wire.ServiceError where it is another
  static @Nullable String redirect(@Nullable String url) {
    boolean isSafe =
        url == null
            || (url.toLowerCase(Locale.ROOT).startsWith(SAFE)
                && url.length() > SAFE.length()
                && "/?#".indexOf(url.charAt(SAFE.length())) < 0);
    if (!isSafe) {
      throw DelegationErrors.redirectNotSafe();
    }
    return url;
  }

  /// The partner's topic.
  ///
  /// AWS rule: IAM API Reference, "CreateDelegationRequest", `NotificationChannel`: "only SNS topic
  /// ARNs are accepted"; IAM User Guide, "Building your integration": a topic of the registered
  /// account.
  ///
  /// @throws io.claviger.wire.ServiceError where it is none of that account
  static String topic(String arn, AccountId partner) {
    boolean isTopic =
        Arn.find(arn)
            .filter(each -> each.service().equals("sns") && !each.region().isEmpty())
            .filter(each -> each.account().equals(partner.digits()))
            .filter(each -> !each.resource().isEmpty() && each.resource().indexOf(':') < 0)
            .isPresent();
    if (!isTopic) {
      throw DelegationErrors.notATopicOf(partner.digits());
    }
    return arn;
  }
}

package io.claviger.service.iam.delegation;

import io.claviger.access.TradeInTokens;

/// What delegation needs of the installation around it.
///
/// @param partners who may ask
/// @param notices tells them what comes of it
/// @param tokens what they trade in for credentials
public record PartnerSetup(Partners partners, Notices notices, TradeInTokens tokens) {

  /// An installation without partners, in which nobody asks and nobody is told.
  public static PartnerSetup none(TradeInTokens tokens) {
    return new PartnerSetup(
        Partners.NONE,
        notice -> {
          throw new IllegalStateException("No partner " + notice.request().requestor());
        },
        tokens);
  }
}

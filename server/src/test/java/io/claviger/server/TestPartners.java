package io.claviger.server;

import io.claviger.service.iam.delegation.Partner;
import io.claviger.service.iam.delegation.Partners;
import io.claviger.service.iam.delegation.PolicyTemplate;
import io.claviger.testkit.BucketTemplate;
import java.util.Map;
import java.util.Optional;

/// Partners for tests.
public final class TestPartners {

  /// Every account is a partner's, with the one template.
  public static final Partners EVERYBODY =
      account ->
          Optional.of(
              new Partner(
                  account,
                  "Acme",
                  BucketTemplate.DOMAIN,
                  Map.of(BucketTemplate.NAME, PolicyTemplate.parse(BucketTemplate.text()))));

  private TestPartners() {}
}

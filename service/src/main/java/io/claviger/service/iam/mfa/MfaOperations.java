package io.claviger.service.iam.mfa;

import io.claviger.account.Quotas;
import io.claviger.service.Operation;
import java.util.List;

/// The operations on MFA devices.
public final class MfaOperations {

  private MfaOperations() {}

  public static List<Operation<?, ?>> list(Quotas quotas) {
    return List.of(
        new CreateVirtualMfaDevice(quotas),
        new EnableMfaDevice(),
        new ResyncMfaDevice(),
        new DeactivateMfaDevice(),
        new DeleteVirtualMfaDevice(),
        new ListMfaDevices(),
        new GetMfaDevice(),
        new ListVirtualMfaDevices());
  }
}

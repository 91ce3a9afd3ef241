package io.claviger.service.iam.mfa;

import io.claviger.service.Operation;
import java.util.List;

/// The operations on MFA devices.
public final class MfaOperations {

  private MfaOperations() {}

  public static List<Operation<?, ?>> list() {
    return List.of(
        new CreateVirtualMfaDevice(),
        new EnableMfaDevice(),
        new ResyncMfaDevice(),
        new DeactivateMfaDevice(),
        new DeleteVirtualMfaDevice(),
        new ListMfaDevices(),
        new GetMfaDevice(),
        new ListVirtualMfaDevices());
  }
}

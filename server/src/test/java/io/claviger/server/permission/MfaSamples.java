package io.claviger.server.permission;

import static io.claviger.server.permission.Given.DEVICE;
import static io.claviger.server.permission.Given.PATH;
import static io.claviger.server.permission.Given.TAGS;

import java.util.List;

/// MFA devices. Codes are good once, also those of a call that is denied, so each call shows
/// others.
final class MfaSamples {

  private MfaSamples() {}

  static List<Sample> ofUsers() {
    return List.of(
        Sample.of("EnableMFADevice user/team/bob", Given::device, MfaSamples::enable)
            .given(Given::bob),
        Sample.of("ResyncMFADevice user/team/bob", Given::bobsDevice, MfaSamples::resync),
        Sample.of(
                "DeactivateMFADevice user/team/bob",
                by ->
                    by.iam()
                        .deactivateMFADevice(in -> in.userName("bob").serialNumber(by.arn(DEVICE))))
            .given(Given::bobsDevice),
        Sample.of(
                "ListMFADevices user/team/bob",
                by -> by.iam().listMFADevices(in -> in.userName("bob")))
            .given(Given::bob),
        Sample.of("ListMFADevices user/carol", by -> by.iam().listMFADevices()),
        Sample.of(
                "GetMFADevice user/team/bob",
                by -> by.iam().getMFADevice(in -> in.userName("bob").serialNumber(by.arn(DEVICE))))
            .given(Given::bobsDevice));
  }

  static List<Sample> virtualDevices() {
    return List.of(
        Sample.of(
            "CreateVirtualMFADevice mfa/phone",
            by -> by.iam().createVirtualMFADevice(in -> in.virtualMFADeviceName("phone"))),
        Sample.of(
                "CreateVirtualMFADevice mfa/team/phone",
                by ->
                    by.iam()
                        .createVirtualMFADevice(
                            in -> in.virtualMFADeviceName("phone").path(PATH).tags(TAGS)))
            .and("TagMFADevice mfa/team/phone"),
        Sample.of(
                "DeleteVirtualMFADevice mfa/team/phone",
                by -> by.iam().deleteVirtualMFADevice(in -> in.serialNumber(by.arn(DEVICE))))
            .given(Given::device),
        Sample.of("ListVirtualMFADevices mfa/", by -> by.iam().listVirtualMFADevices()));
  }

  private static void enable(String seed, Actor by) {
    Premises.MfaCodePair codes = by.premises().nextCodes(seed);
    by.iam()
        .enableMFADevice(in ->
            in.userName("bob")
                .serialNumber(by.arn(DEVICE))
                .authenticationCode1(codes.first())
                .authenticationCode2(codes.second()));
  }

  private static void resync(String seed, Actor by) {
    Premises.MfaCodePair codes = by.premises().nextCodes(seed);
    by.iam()
        .resyncMFADevice(in ->
            in.userName("bob")
                .serialNumber(by.arn(DEVICE))
                .authenticationCode1(codes.first())
                .authenticationCode2(codes.second()));
  }
}

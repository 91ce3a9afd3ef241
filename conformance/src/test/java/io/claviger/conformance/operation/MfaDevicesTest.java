package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.claviger.account.Quota;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.InvalidAuthenticationCodeException;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

class MfaDevicesTest implements OperationFamily {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  @Test
  @Success({"CreateVirtualMFADevice", "ListVirtualMFADevices", "DeleteVirtualMFADevice"})
  void deviceIsMadeAndDeleted(Tenant t) {
    VirtualMFADevice made =
        t.iam()
            .createVirtualMFADevice(in -> in.virtualMFADeviceName("phone").tags(Given.TAGS))
            .virtualMFADevice();
    assertEquals(serial(t, "phone"), made.serialNumber());
    assertArrayEquals(PNG, java.util.Arrays.copyOf(made.qrCodePNG().asByteArray(), 4));
    assertEquals(
        List.of(made.serialNumber()),
        t
            .iam()
            .listVirtualMFADevices(in -> in.assignmentStatus(AssignmentStatusType.UNASSIGNED))
            .virtualMFADevices()
            .stream()
            .map(VirtualMFADevice::serialNumber)
            .toList());
    t.iam().deleteVirtualMFADevice(in -> in.serialNumber(made.serialNumber()));
    assertEquals(List.of(), t.iam().listVirtualMFADevices().virtualMFADevices());
  }

  @Test
  @Success({
    "EnableMFADevice",
    "ListMFADevices",
    "GetMFADevice",
    "ResyncMFADevice",
    "DeactivateMFADevice"
  })
  void deviceIsEnabledSynchronizedAndTakenAway(Tenant t) {
    Given.user(t, "ann");
    String seed = device(t, "phone");
    enable(t, seed);
    String serial = serial(t, "phone");
    assertEquals(
        serial,
        t.iam().listMFADevices(in -> in.userName("ann")).mfaDevices().getFirst().serialNumber());
    var shown = t.iam().getMFADevice(in -> in.serialNumber(serial).userName("ann"));
    assertEquals("ann", shown.userName());
    assertNotNull(shown.enableDate());
    Tenant.Codes codes = t.nextCodes(seed);
    t.iam()
        .resyncMFADevice(in ->
            in.userName("ann")
                .serialNumber(serial)
                .authenticationCode1(codes.first())
                .authenticationCode2(codes.second()));
    t.iam().deactivateMFADevice(in -> in.userName("ann").serialNumber(serial));
    assertEquals(List.of(), t.iam().listMFADevices(in -> in.userName("ann")).mfaDevices());
  }

  private static String serial(Tenant t, String device) {
    return t.arn("mfa/" + device);
  }

  /// A new device, whose seed this is.
  private static String device(Tenant t, String name) {
    return t.iam()
        .createVirtualMFADevice(in -> in.virtualMFADeviceName(name))
        .virtualMFADevice()
        .base32StringSeed()
        .asUtf8String();
  }

  private static void enable(Tenant t, String seed) {
    enable(t, "phone", t.nextCodes(seed));
  }

  private static void enable(Tenant t, String device, Tenant.Codes codes) {
    t.iam()
        .enableMFADevice(in ->
            in.userName("ann")
                .serialNumber(serial(t, device))
                .authenticationCode1(codes.first())
                .authenticationCode2(codes.second()));
  }

  private static void resync(Tenant t, String first, String second) {
    t.iam()
        .resyncMFADevice(in ->
            in.userName("ann")
                .serialNumber(serial(t, "phone"))
                .authenticationCode1(first)
                .authenticationCode2(second));
  }

  /// Codes that the device doesn't show.
  private static Tenant.Codes wrong(Tenant t, String seed) {
    Tenant.Codes right = t.nextCodes(seed);
    return new Tenant.Codes(/* first= */ right.second(), /* second= */ right.first());
  }

  @Override
  public List<Refusal> refusals() {
    return Stream.of(ofDevices(), enabling(), ofEnabled()).flatMap(List::stream).toList();
  }

  private static List<Refusal> ofDevices() {
    return List.of(
        Refusal.limitExceeded(
            "CreateVirtualMFADevice",
            t -> {
              t.limit(Quota.USERS, 1);
              device(t, "phone");
              device(t, "other");
            }),
        Refusal.invalidInput(
            "CreateVirtualMFADevice",
            t ->
                t.iam()
                    .createVirtualMFADevice(
                        in -> in.virtualMFADeviceName("phone").tags(Given.SAME_TAG_TWICE))),
        Refusal.alreadyExists(
            "CreateVirtualMFADevice",
            t -> {
              device(t, "phone");
              device(t, "phone");
            }),
        Refusal.noSuchEntity(
            "DeleteVirtualMFADevice",
            t -> t.iam().deleteVirtualMFADevice(in -> in.serialNumber(serial(t, "phone")))),
        Refusal.deleteConflict(
            "DeleteVirtualMFADevice",
            t -> {
              Given.user(t, "ann");
              enable(t, device(t, "phone"));
              t.iam().deleteVirtualMFADevice(in -> in.serialNumber(serial(t, "phone")));
            }));
  }

  private static List<Refusal> enabling() {
    return List.of(
        Refusal.noSuchEntity(
            "EnableMFADevice",
            t -> {
              Given.user(t, "ann");
              enable(t, "phone", new Tenant.Codes("123456", "654321"));
            }),
        Refusal.alreadyExists(
            "EnableMFADevice",
            t -> {
              Given.user(t, "ann");
              String seed = device(t, "phone");
              enable(t, seed);
              enable(t, seed);
            }),
        Refusal.of(
            "EnableMFADevice",
            InvalidAuthenticationCodeException.class,
            t -> {
              Given.user(t, "ann");
              enable(t, "phone", wrong(t, device(t, "phone")));
            }),
        Refusal.limitExceeded("EnableMFADevice", MfaDevicesTest::enableNine));
  }

  private static List<Refusal> ofEnabled() {
    return List.of(
        Refusal.noSuchEntity(
            "ResyncMFADevice",
            t -> {
              Given.user(t, "ann");
              resync(t, "123456", "654321");
            }),
        Refusal.of(
            "ResyncMFADevice",
            InvalidAuthenticationCodeException.class,
            t -> {
              Given.user(t, "ann");
              String seed = device(t, "phone");
              enable(t, seed);
              Tenant.Codes wrong = wrong(t, seed);
              resync(t, wrong.first(), wrong.second());
            }),
        Refusal.noSuchEntity(
            "DeactivateMFADevice",
            t -> {
              Given.user(t, "ann");
              t.iam()
                  .deactivateMFADevice(in -> in.userName("ann").serialNumber(serial(t, "phone")));
            }),
        Refusal.noSuchEntity(
            "ListMFADevices", t -> t.iam().listMFADevices(in -> in.userName("ann"))),
        Refusal.noSuchEntity(
            "GetMFADevice", t -> t.iam().getMFADevice(in -> in.serialNumber(serial(t, "phone")))));
  }

  private static void enableNine(Tenant t) {
    Given.user(t, "ann");
    for (int i = 1; i <= 9; i++) {
      String seed = device(t, "device" + i);
      enable(t, "device" + i, t.codes(seed));
    }
  }
}

package io.claviger.service.iam.mfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.claviger.account.Change;
import io.claviger.account.MfaDevice;
import io.claviger.account.SecretName;
import io.claviger.account.Tags;
import io.claviger.service.InMemoryIam;
import io.claviger.service.iam.IamEntities;
import io.claviger.wire.ServiceError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.AssignmentStatusType;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.CreateVirtualMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.DeactivateMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.DeleteVirtualMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.EnableMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.GetMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesRequest;
import software.amazon.awssdk.services.iam.model.ListVirtualMfaDevicesResponse;
import software.amazon.awssdk.services.iam.model.ResyncMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

class MfaDevicesTest {

  private static final String A = "arn:aws:iam::111122223333:";
  private static final String PHONE = A + "mfa/phone";

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void createUsers() {
    iam.call(CreateUserRequest.builder().userName("bob").build());
    iam.call(CreateUserRequest.builder().userName("eve").build());
  }

  private VirtualMFADevice create(String name) {
    return iam.call(
            CreateVirtualMfaDeviceRequest.builder().virtualMFADeviceName(name).build(),
            CreateVirtualMfaDeviceResponse.class)
        .virtualMFADevice();
  }

  /// The code that the device shows, by its seed, so many steps of 30 seconds from now.
  private String code(String seed, int stepsFromNow) {
    long step = iam.now().getEpochSecond() / 30 + stepsFromNow;
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(base32(seed), "HmacSHA1"));
      ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(8).putLong(step).array()));
      int code = hash.getInt(hash.get(19) & 15) & 0x7FFF_FFFF;
      return "%06d".formatted(code % 1_000_000);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] base32(String text) {
    var bits = new BigInteger("1", 2);
    for (int i = 0; i < text.length(); i++) {
      int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(i));
      bits = bits.shiftLeft(5).add(BigInteger.valueOf(value));
    }
    byte[] withLeadingOne = bits.toByteArray();
    return Arrays.copyOfRange(withLeadingOne, 1, withLeadingOne.length);
  }

  private EnableMfaDeviceRequest enable(String user, String serial, String seed) {
    return EnableMfaDeviceRequest.builder()
        .userName(user)
        .serialNumber(serial)
        .authenticationCode1(code(seed, -1))
        .authenticationCode2(code(seed, 0))
        .build();
  }

  private static DeactivateMfaDeviceRequest deactivate(String user) {
    return DeactivateMfaDeviceRequest.builder().userName(user).serialNumber(PHONE).build();
  }

  private String enabledPhone() {
    String seed = create("phone").base32StringSeed().asUtf8String();
    iam.call(enable("bob", PHONE, seed));
    return seed;
  }

  private List<String> serials(String user) {
    return iam
        .call(ListMfaDevicesRequest.builder().userName(user).build(), ListMfaDevicesResponse.class)
        .mfaDevices()
        .stream()
        .map(device -> device.serialNumber())
        .toList();
  }

  @Test
  void newDeviceHasItsArnAsSerialAndASeedOf64CharactersThatIsStored() {
    VirtualMFADevice device = create("phone");
    assertEquals(PHONE, device.serialNumber());
    String seed = device.base32StringSeed().asUtf8String();
    assertTrue(seed.matches("[A-Z2-7]{64}"), seed);
    assertEquals(
        seed,
        iam.secret(new SecretName(SecretName.Kind.MFA_SEED, "/phone")).orElseThrow().reveal());
    assertNull(device.enableDate());
    assertNull(device.user());
  }

  @Test
  void qrCodeIsAPngOfTheOtpauthAddress() throws IOException, ReaderException {
    VirtualMFADevice device = create("phone");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(device.qrCodePNG().asByteArray()));
    int size = image.getWidth();
    assertEquals(size, image.getHeight());
    int[] pixels = image.getRGB(0, 0, size, size, null, 0, size);
    String text =
        new QRCodeReader()
            .decode(
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels))))
            .getText();
    assertEquals(
        "otpauth://totp/phone@111122223333?secret=" + device.base32StringSeed().asUtf8String(),
        text);
  }

  @Test
  void nameIsTakenPerPathAndTheSerialNumberHasALimit() {
    create("phone");
    CreateVirtualMfaDeviceRequest.Builder again =
        CreateVirtualMfaDeviceRequest.builder().virtualMFADeviceName("phone");
    ServiceError error = iam.error(again.build());
    assertEquals("EntityAlreadyExists", error.code());
    assertEquals("MFADevice entity at the same path and name already exists.", error.message());
    iam.call(again.path("/x/").build());
    assertEquals(
        "ValidationError",
        iam.error(
                CreateVirtualMfaDeviceRequest.builder()
                    .virtualMFADeviceName("n".repeat(227))
                    .build())
            .code());
    create("n".repeat(226));
  }

  @Test
  void twoCodesInARowEnableADevice() {
    String seed = create("phone").base32StringSeed().asUtf8String();
    iam.advance(Duration.ofHours(1));
    iam.call(enable("bob", PHONE, seed));
    assertEquals(List.of(PHONE), serials("bob"));
    GetMfaDeviceResponse got =
        iam.call(
            GetMfaDeviceRequest.builder().userName("bob").serialNumber(PHONE).build(),
            GetMfaDeviceResponse.class);
    assertEquals("bob", got.userName());
    assertEquals(iam.now(), got.enableDate());
  }

  @Test
  void wrongOrOldCodesDoNot() {
    String seed = create("phone").base32StringSeed().asUtf8String();
    String other = create("other").base32StringSeed().asUtf8String();
    List<EnableMfaDeviceRequest> wrong =
        List.of(
            enable("bob", PHONE, other),
            enable("bob", PHONE, seed).toBuilder().authenticationCode2(code(seed, -1)).build(),
            enable("bob", PHONE, seed).toBuilder().authenticationCode1(code(seed, -2)).build());
    for (EnableMfaDeviceRequest request : wrong) {
      ServiceError error = iam.error(request);
      assertEquals("InvalidAuthenticationCode", error.code());
      assertEquals(403, error.status());
    }
    iam.call(enable("bob", PHONE, seed));
  }

  @Test
  void codesAreGoodOnce() {
    String seed = enabledPhone();
    iam.call(deactivate("bob"));
    assertEquals("InvalidAuthenticationCode", iam.error(enable("bob", PHONE, seed)).code());
    iam.advance(Duration.ofMinutes(2));
    iam.call(enable("bob", PHONE, seed));
  }

  @Test
  void deviceInUseIsNotEnabledAgain() {
    String seed = enabledPhone();
    iam.advance(Duration.ofMinutes(2));
    ServiceError error = iam.error(enable("eve", PHONE, seed));
    assertEquals("EntityAlreadyExists", error.code());
    assertEquals("MFA Device is already in use.", error.message());
  }

  @Test
  void userOrDeviceThatIsNotThereIsNamed() {
    String seed = create("phone").base32StringSeed().asUtf8String();
    assertEquals(
        "The user with name none cannot be found.",
        iam.error(enable("none", PHONE, seed)).message());
    assertEquals(
        "VirtualMFADevice with serial number " + A + "mfa/none doesn't exist.",
        iam.error(enable("bob", A + "mfa/none", seed)).message());
    assertEquals(
        "NoSuchEntity",
        iam.error(
                DeleteVirtualMfaDeviceRequest.builder()
                    .serialNumber("arn:aws:iam::444455556666:mfa/phone")
                    .build())
            .code());
  }

  @Test
  void eightDevicesAreTheMost() {
    String seed = create("phone").base32StringSeed().asUtf8String();
    String bob = iam.account().users().named("bob").orElseThrow().id();
    IntStream.range(0, 8)
        .mapToObj(i -> new MfaDevice("/", "d" + i, iam.now(), Tags.NONE, null, null))
        .forEach(device ->
            iam.change(InMemoryIam.ACCOUNT, Change.put(device.enabledFor(bob, iam.now()))));
    ServiceError error = iam.error(enable("bob", PHONE, seed));
    assertEquals("LimitExceeded", error.code());
    assertEquals("Cannot exceed quota for MFADevicesPerUser: 8", error.message());
  }

  @Test
  void deviceIsDeletedOnlyOnceItIsNobodysAndItsSeedIsErased() {
    enabledPhone();
    DeleteVirtualMfaDeviceRequest delete =
        DeleteVirtualMfaDeviceRequest.builder().serialNumber(PHONE).build();
    assertEquals("DeleteConflict", iam.error(delete).code());
    iam.call(deactivate("bob"));
    assertEquals(List.of(), serials("bob"));
    iam.call(delete);
    assertTrue(iam.secret(new SecretName(SecretName.Kind.MFA_SEED, "/phone")).isEmpty());
    assertEquals("NoSuchEntity", iam.error(delete).code());
  }

  @Test
  void resyncTakesTwoFreshCodesOfTheUsersOwnDevice() {
    String seed = enabledPhone();
    iam.advance(Duration.ofMinutes(2));
    ResyncMfaDeviceRequest resync =
        ResyncMfaDeviceRequest.builder()
            .userName("bob")
            .serialNumber(PHONE)
            .authenticationCode1(code(seed, -1))
            .authenticationCode2(code(seed, 0))
            .build();
    assertEquals("NoSuchEntity", iam.error(resync.toBuilder().userName("eve").build()).code());
    iam.call(resync);
    assertEquals("InvalidAuthenticationCode", iam.error(resync).code());
  }

  @Test
  void resyncFollowsAClockThatIsOffUntilItIsSetRight() {
    String seed = enabledPhone();
    assertNull(IamEntities.mfaDevice(iam.account(), PHONE).driftSteps());
    iam.advance(Duration.ofMinutes(30));
    ResyncMfaDeviceRequest.Builder resync =
        ResyncMfaDeviceRequest.builder().userName("bob").serialNumber(PHONE);
    ResyncMfaDeviceRequest ahead =
        resync.authenticationCode1(code(seed, 11)).authenticationCode2(code(seed, 12)).build();
    iam.call(ahead);
    assertEquals(12, IamEntities.mfaDevice(iam.account(), PHONE).driftSteps());
    ResyncMfaDeviceRequest right =
        resync.authenticationCode1(code(seed, -1)).authenticationCode2(code(seed, 0)).build();
    iam.call(right);
    assertNull(IamEntities.mfaDevice(iam.account(), PHONE).driftSteps());
    iam.advance(Duration.ofMinutes(30));
    assertEquals("InvalidAuthenticationCode", iam.error(ahead).code());
  }

  @Test
  void virtualDevicesAreListedByAssignment() {
    enabledPhone();
    create("spare");
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            new MfaDevice("/", "root-device", iam.now(), Tags.NONE, null, null)
                .enabledFor("111122223333", iam.now())));
    List<VirtualMFADevice> all = listed(null);
    assertEquals(3, all.size());
    assertEquals("bob", all.getFirst().user().userName());
    assertNotNull(all.getFirst().enableDate());
    assertNull(all.getFirst().base32StringSeed());
    assertEquals(A + "root", all.get(1).user().arn());
    assertEquals(List.of(all.get(2)), listed(AssignmentStatusType.UNASSIGNED));
    assertEquals(all.subList(0, 2), listed(AssignmentStatusType.ASSIGNED));
    assertEquals(all, listed(AssignmentStatusType.ANY));
  }

  private List<VirtualMFADevice> listed(@Nullable AssignmentStatusType s) {
    return iam.call(
            ListVirtualMfaDevicesRequest.builder().assignmentStatus(s).build(),
            ListVirtualMfaDevicesResponse.class)
        .virtualMFADevices();
  }

  @Test
  void withoutANameTheCallersOwnDevicesAreMeantButRootNamesAUserToTakeOneAway() {
    enabledPhone();
    InMemoryIam bob = iam.asUser("bob");
    ListMfaDevicesRequest list = ListMfaDevicesRequest.builder().build();
    assertEquals(1, bob.call(list, ListMfaDevicesResponse.class).mfaDevices().size());
    assertFalse(iam.call(list, ListMfaDevicesResponse.class).mfaDevices().iterator().hasNext());
    DeactivateMfaDeviceRequest deactivate =
        DeactivateMfaDeviceRequest.builder().serialNumber(PHONE).build();
    assertEquals("ValidationError", iam.error(deactivate).code());
    bob.call(deactivate);
    assertEquals(List.of(), serials("bob"));
  }

  /// The right to manage one's own devices reaches no other user's device.
  @Test
  void Abuse_050_deviceOfAnotherUserIsOutOfReach() {
    enabledPhone();
    InMemoryIam eve = iam.asUser("eve");
    DeactivateMfaDeviceRequest own =
        DeactivateMfaDeviceRequest.builder().serialNumber(PHONE).build();
    assertEquals("MFA Device invalid for user.", eve.error(own).message());
    assertEquals("NoSuchEntity", eve.error(deactivate("eve")).code());
    assertEquals(
        "NoSuchEntity",
        eve.error(GetMfaDeviceRequest.builder().serialNumber(PHONE).build()).code());
    iam.asUser("bob").call(own);
  }
}

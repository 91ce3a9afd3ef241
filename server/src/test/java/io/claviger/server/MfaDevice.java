package io.claviger.server;

import io.claviger.testkit.TotpCodes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/// A virtual MFA device in somebody's pocket.
///
/// @param seed in base32
record MfaDevice(String serial, String seed) {

  /// Makes a device for a user of the site and enables it, with the codes of the last minute.
  static MfaDevice of(Site site, String user) {
    Answer made =
        site.iam(site.root, "CreateVirtualMFADevice", "VirtualMFADeviceName", user)
            .requireSuccess();
    byte[] base64 = made.value("Base32StringSeed").getBytes(StandardCharsets.UTF_8);
    String seed = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    site.secret(seed);
    MfaDevice device = new MfaDevice(made.value("SerialNumber"), seed);
    Instant now = site.clock.instant();
    site.iam(
            site.root,
            "EnableMFADevice",
            "UserName",
            user,
            "SerialNumber",
            device.serial(),
            "AuthenticationCode1",
            device.code(now.minusSeconds(60)),
            "AuthenticationCode2",
            device.code(now.minusSeconds(30)))
        .requireSuccess();
    return device;
  }

  String code(Instant now) {
    return TotpCodes.at(seed, now);
  }
}

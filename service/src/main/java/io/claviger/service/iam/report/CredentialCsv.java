package io.claviger.service.iam.report;

import io.claviger.account.AccessKey;
import io.claviger.account.Account;
import io.claviger.account.Activity;
import io.claviger.account.LoginProfile;
import io.claviger.account.PasswordPolicy;
import io.claviger.account.SigningCertificate;
import io.claviger.account.User;
import io.claviger.service.iam.Owner;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The text of a credential report: one line of column names, one of the root user, and one of each
/// user in the order of names.
///
/// Keys and certificates that are not active keep their dates, keys are in the order of their ids,
/// and of two certificates the inactive one is first: so IAM is seen to write it, though the guide
/// says otherwise of the dates. `additional_credentials_info`, which the guide has as the last
/// column, is only there where users have more than two keys or certificates; here none has.
///
/// AWS rule: IAM User Guide, "Generate credential reports for your AWS account", "Understanding the
/// report format".
record CredentialCsv(Account home, Activity activity) {

  private static final String COLUMNS =
      "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
          + "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
          + "access_key_1_last_used_date,access_key_1_last_used_region,"
          + "access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,"
          + "access_key_2_last_used_date,access_key_2_last_used_region,"
          + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,"
          + "cert_2_last_rotated";

  private static final String NOT_APPLICABLE = "N/A";
  private static final String NO_INFORMATION = "no_information";
  private static final String NOT_SUPPORTED = "not_supported";
  private static final int SHOWN_OF_A_KIND = 2;

  /// Lines end with a line feed, but for the last, which has no end.
  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(COLUMNS);
    lines.add(
        line(
            "<root_account>",
            new Owner.OfRoot(home.id()),
            home.settings().created(),
            NOT_SUPPORTED));
    home.users().inOrder(null).map(this::line).forEach(lines::add);
    return String.join("\n", lines);
  }

  private String line(User user) {
    return line(user.name(), new Owner.OfUser(user), user.created(), nextRotation(user.id()));
  }

  private String line(String name, Owner owner, Instant created, String nextRotation) {
    List<String> fields = new ArrayList<>();
    fields.addAll(List.of(name, owner.arn(home.id()).toString(), created.toString()));
    fields.addAll(password(owner.id()));
    fields.addAll(List.of(nextRotation, isTrue(!home.mfaDevicesOf(owner.id()).isEmpty())));
    fields.addAll(keys(owner.id()));
    fields.addAll(certificates(owner.id()));
    return fields.stream().map(CredentialCsv::quoted).collect(Collectors.joining(","));
  }

  /// Whether there is one, when it was last used, and when it was last changed.
  private List<String> password(String ownerId) {
    Optional<LoginProfile> profile = home.loginProfile(ownerId);
    if (profile.isEmpty()) {
      return List.of(isTrue(false), NOT_APPLICABLE, NOT_APPLICABLE);
    }
    return List.of(
        isTrue(true),
        lastUse(Activity.Kind.PASSWORD, ownerId).map(CredentialCsv::time).orElse(NO_INFORMATION),
        profile.get().passwordChanged().toString());
  }

  private String nextRotation(String userId) {
    PasswordPolicy policy = home.settings().passwordPolicy();
    Integer days = policy == null ? null : policy.maxAgeDays();
    return days == null
        ? NOT_APPLICABLE
        : home.loginProfile(userId)
            .map(profile -> profile.passwordChanged().plus(Duration.ofDays(days)).toString())
            .orElse(NOT_APPLICABLE);
  }

  private List<String> keys(String ownerId) {
    List<AccessKey> keys =
        home.accessKeysOf(ownerId).stream().sorted(Comparator.comparing(AccessKey::id)).toList();
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < SHOWN_OF_A_KIND; i++) {
      Optional<AccessKey> key = i < keys.size() ? Optional.of(keys.get(i)) : Optional.empty();
      Optional<Activity.Use> use = key.flatMap(k -> lastUse(Activity.Kind.ACCESS_KEY, k.id()));
      fields.add(isTrue(key.filter(AccessKey::active).isPresent()));
      fields.add(key.map(k -> k.created().toString()).orElse(NOT_APPLICABLE));
      fields.add(use.map(CredentialCsv::time).orElse(NOT_APPLICABLE));
      fields.add(use.map(Activity.Use::region).orElse(NOT_APPLICABLE));
      fields.add(use.map(Activity.Use::service).orElse(NOT_APPLICABLE));
    }
    return fields;
  }

  /// In whole seconds, as all times of IAM are. Uses are counted more exactly.
  private static String time(Activity.Use use) {
    return use.at().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private List<String> certificates(String ownerId) {
    List<SigningCertificate> certificates =
        home.credentialsOf(ownerId, SigningCertificate.class).stream()
            .sorted(
                Comparator.comparing(SigningCertificate::active)
                    .thenComparing(SigningCertificate::id))
            .toList();
    return IntStream.range(0, SHOWN_OF_A_KIND)
        .mapToObj(i -> i < certificates.size() ? certificate(certificates.get(i)) : noCertificate())
        .flatMap(List::stream)
        .toList();
  }

  private static List<String> certificate(SigningCertificate certificate) {
    return List.of(isTrue(certificate.active()), certificate.created().toString());
  }

  private static List<String> noCertificate() {
    return List.of(isTrue(false), NOT_APPLICABLE);
  }

  private Optional<Activity.Use> lastUse(Activity.Kind kind, String id) {
    return activity.lastUse(home.id(), kind, id);
  }

  private static String isTrue(boolean value) {
    return value ? "true" : "false";
  }

  /// A user's name may have a comma in it. Nothing has a quotation mark or an end of line.
  private static String quoted(String field) {
    if (field.indexOf('"') >= 0 || field.indexOf('\n') >= 0 || field.indexOf('\r') >= 0) {
      throw new IllegalStateException("No field of a credential report: " + field);
    }
    return field.indexOf(',') < 0 ? field : '"' + field + '"';
  }
}

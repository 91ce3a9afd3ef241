package io.claviger.access.saml;

import io.claviger.account.PassedName;
import io.claviger.account.PassedTag;
import io.claviger.account.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The attributes of an assertion that say what AWS should make of its subject.
///
/// AWS rule: IAM User Guide, "Configure SAML assertions for the authentication response".
///
/// @param roles the roles that the subject may take
/// @param roleSessionName of the session that it gets
/// @param sessionDuration the longest that the session may be, or null
/// @param tags the session's tags, each for itself in order, in the assertion's order
/// @param transitiveTagKeys which of them go on along a chain of roles, unchecked
/// @param sourceIdentity of the session, or null
public record AwsAttributes(
    List<RolePair> roles,
    String roleSessionName,
    @Nullable Duration sessionDuration,
    List<Tags.Tag> tags,
    List<String> transitiveTagKeys,
    @Nullable String sourceIdentity) {

  private static final String PREFIX = "https://aws.amazon.com/SAML/Attributes/";
  private static final String PRINCIPAL_TAG = PREFIX + "PrincipalTag:";

  private static final int LEAST_SECONDS = 900;
  private static final int MOST_SECONDS = 43_200;

  public AwsAttributes {
    roles = List.copyOf(roles);
    tags = List.copyOf(tags);
    transitiveTagKeys = List.copyOf(transitiveTagKeys);
  }

  /// A role and the provider by which it is taken, both as ARNs.
  public record RolePair(String role, String provider) {

    /// The pair, whichever of the two stands first; empty where it is no such pair.
    static Optional<RolePair> parse(String text) {
      String[] arns = text.split(",", -1);
      if (arns.length != 2) {
        return Optional.empty();
      }
      String one = arns[0].strip();
      String other = arns[1].strip();
      return isProvider(one) == isProvider(other)
          ? Optional.empty()
          : Optional.of(isProvider(one) ? new RolePair(other, one) : new RolePair(one, other));
    }

    private static boolean isProvider(String arn) {
      return arn.contains(":saml-provider/");
    }
  }

  /// @throws io.claviger.wire.ServiceError where one is missing or is not what it may be
  static AwsAttributes of(SamlAttributes given) {
    String name =
        given.first(PREFIX + "RoleSessionName").orElseThrow(SamlErrors::noRoleSessionName);
    if (!PassedName.isOne(name)) {
      throw SamlErrors.badRoleSessionName();
    }
    Optional<String> sourceIdentity = given.first(PREFIX + "SourceIdentity");
    if (sourceIdentity.isPresent() && !PassedName.isOne(sourceIdentity.get())) {
      throw SamlErrors.badSourceIdentity();
    }
    return new AwsAttributes(
        given.all(PREFIX + "Role").stream().flatMap(pair -> RolePair.parse(pair).stream()).toList(),
        name,
        given.first(PREFIX + "SessionDuration").map(AwsAttributes::duration).orElse(null),
        tags(given),
        given.all(PREFIX + "TransitiveTagKeys"),
        sourceIdentity.orElse(null));
  }

  private static List<Tags.Tag> tags(SamlAttributes given) {
    List<Tags.Tag> tags =
        given
            .names()
            .filter(name -> name.startsWith(PRINCIPAL_TAG))
            .map(name ->
                PassedTag.of(name.substring(PRINCIPAL_TAG.length()), given.all(name))
                    .orElseThrow(SamlErrors::badTags))
            .toList();
    if (tags.size() > PassedTag.MOST) {
      throw SamlErrors.badTags();
    }
    return tags;
  }

  private static Duration duration(String text) {
    try {
      int seconds = Integer.parseInt(text);
      if (seconds >= LEAST_SECONDS && seconds <= MOST_SECONDS) {
        return Duration.ofSeconds(seconds);
      }
    } catch (NumberFormatException _) {
      // No number is no better than a wrong one.
    }
    throw SamlErrors.badSessionDuration();
  }
}

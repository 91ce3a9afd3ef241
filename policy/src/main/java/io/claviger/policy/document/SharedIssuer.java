package io.claviger.policy.document;

import java.util.List;
import java.util.Optional;

/// An issuer of tokens that many organizations share, so that only a claim tells whose a token is.
///
/// AWS rule: IAM User Guide, "Identity-provider controls for shared OIDC providers", whose table
/// this is. It has no texts that subjects begin with; those are from the issuers' own documents.
///
/// @param url without its scheme, in small letters
/// @param key the condition key that tells the organization, in small letters
/// @param start what the key's values begin with, whosesoever they are; may be empty
/// @param end what stands behind the organization's name; empty where nothing is known to
record SharedIssuer(String url, String key, String start, String end) {

  private static final List<SharedIssuer> ALL =
      List.of(
          ofSubject("token.actions.githubusercontent.com", "repo:", "/"),
          ofSubject("vstoken.actions.githubusercontent.com", "repo:", "/"),
          ofSubject(
              "oidc-configuration.audit-log.githubusercontent.com", "https://github.com/", ""),
          ofSubject("gitlab.com", "project_path:", "/"),
          ofSubject("app.terraform.io", "organization:", ":"),
          ofSubject("agent.buildkite.com", "organization:", ":"),
          ofSubject("oidc.codefresh.io", "account:", ":"),
          ofSubject("studio.datachain.ai/api", "", ""),
          ofSubject("scalr.io", "", ""),
          ofSubject("tokens.cloud.shisho.dev", "", ""),
          ofSubject("proidc.upbound.io", "", ""),
          ofTurbonomic("oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb"),
          ofTurbonomic("oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu"),
          ofTurbonomic("rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7"),
          ofTurbonomic("rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr"),
          ofTurbonomic("rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg"),
          ofTurbonomic("rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26"),
          ofAudience("cognito-identity.amazonaws.com", ""),
          ofAudience("api.pulumi.com/oidc", ""),
          ofAudience("sandboxes.cloud", ""),
          ofAudience("oidc.vercel.com", "https://vercel.com/"),
          new SharedIssuer(
              "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d",
              "sts:rolesessionname",
              "",
              ""));

  private static SharedIssuer ofSubject(String url, String start, String end) {
    return new SharedIssuer(url, url + ":sub", start, end);
  }

  private static SharedIssuer ofTurbonomic(String url) {
    return ofSubject(url, "", "");
  }

  private static SharedIssuer ofAudience(String url, String start) {
    return new SharedIssuer(url, url + ":aud", start, "");
  }

  /// @param url without its scheme
  static Optional<SharedIssuer> find(String url) {
    String wanted = AsciiCase.lower(url);
    return ALL.stream().filter(issuer -> issuer.url.equals(wanted)).findFirst();
  }

  /// Whether a value that the key is compared with is met by tokens of any organization: before its
  /// first wildcard stands no more than what all have in common.
  boolean isOfAnybody(String value) {
    return start.startsWith(fixed(value));
  }

  /// Whether a wildcard stands where the organization's name may go on: `repo:acme*` is of
  /// `acme-evil` too.
  boolean isOfSeveral(String value) {
    String fixed = fixed(value);
    return fixed.length() < value.length()
        && !end.isEmpty()
        && fixed.startsWith(start)
        && fixed.indexOf(end, start.length()) < 0;
  }

  /// What stands before the first wildcard or variable, which may be a claim of the token's.
  static String fixed(String value) {
    int length = 0;
    while (length < value.length() && "*?$".indexOf(value.charAt(length)) < 0) {
      length++;
    }
    return value.substring(0, length);
  }
}

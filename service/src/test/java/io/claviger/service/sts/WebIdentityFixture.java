package io.claviger.service.sts;

import io.claviger.access.fetch.FetchFailure;
import io.claviger.access.fetch.Fetcher;
import io.claviger.account.Quotas;
import io.claviger.service.InMemoryIam;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestIssuer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import software.amazon.awssdk.services.iam.model.CreateOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;

/// An account with a provider, whose issuer signs tokens; calls are enforced.
final class WebIdentityFixture {

  static final String URL = "https://idp.example.com";
  static final String PROVIDER = "arn:aws:iam::111122223333:oidc-provider/idp.example.com";
  static final String ROLE = "arn:aws:iam::111122223333:role/Web";

  private static final TestIssuer ISSUER =
      new TestIssuer(URL, new TestIssuer.Key("k", "RS256", TestCertificates.keys("RSA", 2_048)));

  final InMemoryIam iam = new InMemoryIam(Quotas.AWS_DEFAULTS, new OneIssuer()).enforcing();

  WebIdentityFixture() {
    iam.call(
        CreateOpenIdConnectProviderRequest.builder()
            .url(URL)
            .clientIDList("us")
            .thumbprintList("a".repeat(40))
            .build());
  }

  private static final class OneIssuer implements Fetcher {

    @Override
    public byte[] get(URI uri, Set<String> thumbprints) throws FetchFailure {
      String document =
          uri.toString().equals(ISSUER.keysUrl()) ? ISSUER.keySet() : ISSUER.discovery();
      return document.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String topThumbprint(URI uri) {
      throw new AssertionError("Not asked for");
    }
  }

  /// Makes the role.
  ///
  /// @param actions that it trusts the provider with
  /// @param condition further elements, starting with a comma, or nothing
  void role(String actions, String condition) {
    iam.call(
        CreateRoleRequest.builder()
            .roleName("Web")
            .maxSessionDuration(7_200)
            .assumeRolePolicyDocument(
                EnforcedSts.document(
                    "{\"Effect\":\"Allow\",\"Principal\":{\"Federated\":\""
                        + PROVIDER
                        + "\"},\"Action\":["
                        + actions
                        + "]"
                        + condition
                        + "}"))
            .build());
  }

  void role(String condition) {
    role("\"sts:AssumeRoleWithWebIdentity\"", condition);
  }

  /// A call with a token of Ann's.
  ///
  /// @param more claims, each with a comma before it
  AssumeRoleWithWebIdentityRequest.Builder call(String... more) {
    long now = iam.now().getEpochSecond();
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"ann\",\"aud\":\"us\",\"iat\":%d,\"exp\":%d%s}"
            .formatted(URL, now, now + 300, String.join("", more));
    return AssumeRoleWithWebIdentityRequest.builder()
        .roleArn(ROLE)
        .roleSessionName("work")
        .webIdentityToken(ISSUER.token(claims));
  }
}

package io.claviger.conformance.client;

import io.claviger.testkit.TestCertificate;
import io.claviger.testkit.TestCertificates;
import io.claviger.testkit.TestMetadata;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the scenario names and does not hold: keys, certificates, policies. The same for all
/// clients but for their account.
record Variables(Map<String, String> texts) {

  static Variables make() {
    TestCertificates.Issued certificate =
        new TestCertificates(Instant.EPOCH)
            .selfSigned(
                "www",
                TestCertificates.keys("RSA", 1_024),
                Instant.EPOCH,
                Instant.parse("2200-01-01T00:00:00Z"));
    String sshKey = TestCertificates.publicKeyPem(TestCertificates.keys("RSA", 2_048).getPublic());
    String metadata =
        TestMetadata.of("http://idp.example.com")
            .signing(TestCertificate.selfSigned("idp.example.com"))
            .document();
    return new Variables(
        Map.of(
            "allow", policy("\"Action\":\"s3:ListBucket\",\"Resource\":\"*\""),
            "certificate", certificate.pem(),
            "key_of_certificate", certificate.keyPem(),
            "metadata", metadata,
            "sshKey", sshKey));
  }

  private static String policy(String rest) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\"," + rest + "}]}";
  }

  /// As the clients read them.
  String json(String account) {
    Map<String, String> all = new TreeMap<>(texts);
    all.put("account", account);
    all.put(
        "trust",
        policy("\"Principal\":{\"AWS\":\"" + account + "\"},\"Action\":\"sts:AssumeRole\""));
    return all.entrySet().stream()
        .map(text -> Answer.quoted(text.getKey()) + ":" + Answer.quoted(text.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }
}

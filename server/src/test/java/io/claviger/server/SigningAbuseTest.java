package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.query.ApiModel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on who signed a request, from outside. Every corner of the signature's form is in the
/// tests of `wire.sigv4`; here is that nothing gets past it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningAbuseTest {

  private static final String RANDOM_SECRET = "0123456789abcdefghijABCDEFGHIJ0123456789";
  private static final Set<String> FEDERATED =
      Set.of("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity");

  private final Site site = Site.start();
  private final Signer user = site.user("ann");

  @AfterAll
  void close() {
    site.close();
  }

  /// Every operation that AWS has, built here or not.
  private static Stream<String[]> operations() {
    return Stream.of(ApiModel.iam(), ApiModel.sts())
        .flatMap(api -> api.operations().stream())
        .map(operation -> new String[] {operation.service(), operation.name()});
  }

  @Test
  void Abuse_001_wrongSecretIsRefusedByEveryOperation() {
    Signer guessing = site.root.withSecret(RANDOM_SECRET);
    operations()
        .forEach(operation -> {
          String form = Site.form(operation[0], operation[1]);
          site.send(site.signed(guessing, operation[0], form))
              .requireError(403, "SignatureDoesNotMatch");
          site.send(site.presigned(guessing, operation[0], form))
              .requireError(403, "SignatureDoesNotMatch");
        });
  }

  /// The honest twin; and, since the user has no policy, what needs none is known by name.
  @Test
  void Abuse_001_rightSecretIsKnownToEveryOperation() {
    Set<String> served = new LinkedHashSet<>();
    Set<String> other = new LinkedHashSet<>();
    operations()
        .forEach(operation -> {
          String form = Site.form(operation[0], operation[1]);
          Answer header = site.send(site.signed(user, operation[0], form));
          Answer query = site.send(site.presigned(user, operation[0], form));
          assertEquals(header.status() + header.code(), query.status() + query.code());
          (header.status() == 200 ? served : other).add(operation[1] + ' ' + header.code());
        });
    assertEquals(
        Set.of("GetCallerIdentity ", "GetSessionToken "), served, () -> "others answered " + other);
    assertTrue(
        other.stream()
            .noneMatch(answer ->
                answer.matches(".* (SignatureDoesNotMatch|Invalid.*|Missing.*|Service.*)")),
        other.toString());
  }

  @Test
  void Abuse_004_signatureInHeaderAndQueryIsRefused() {
    String form = Site.form(Site.STS, "GetCallerIdentity");
    RawRequest header = site.signed(user, Site.STS, form);
    RawRequest query = site.presigned(user, Site.STS, form);
    site.send(header).requireSuccess();
    site.send(query).requireSuccess();
    site.send(query.withAdded("Authorization", header.header("Authorization")))
        .requireError(400, "IncompleteSignature");
    Signer other = site.user("anna");
    site.send(
            site.presigned(other, Site.STS, form)
                .withAdded("Authorization", header.header("Authorization")))
        .requireError(400, "IncompleteSignature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic cm9vdDpyb290",
        "Bearer eyJhbGciOiJub25lIn0.e30.",
        "Negotiate YII=",
        "AWS AKID:c2lnbmF0dXJl",
        "AWS3-HTTPS AWSAccessKeyId=AKID,Algorithm=HmacSHA256,Signature=x",
        "Claviger internal",
        "None"
      })
  void Abuse_005_unknownSchemeReachesNoOperation(String scheme) {
    RawRequest request =
        site.post(Site.form(Site.IAM, "ListUsers")).withAdded("Authorization", scheme);
    site.send(request).requireError(403, "MissingAuthenticationToken");
  }

  @ParameterizedTest
  @CsvSource({
    "AWS4-HMAC-SHA256,AWS4-HMAC-SHA512",
    "AWS4-HMAC-SHA256,aws4-hmac-sha256",
    "AWS4-HMAC-SHA256,AWS4-HMAC-MD5",
    "AWS4-HMAC-SHA256,AWS4-ECDSA-P256-SHA256",
    "AWS4-HMAC-SHA256,AWS4",
    "AWS4-HMAC-SHA256,AWS"
  })
  void Abuse_024_otherAlgorithmIsRefused(String from, String to) {
    String form = Site.form(Site.STS, "GetCallerIdentity");
    site.send(site.signed(user, Site.STS, form).altered(from, to))
        .requireError(403, "MissingAuthenticationToken");
    RawRequest url = site.presigned(user, Site.STS, form);
    site.send(url.withQuery(url.query().replace(from, to)))
        .requireError(403, "MissingAuthenticationToken");
  }

  @Test
  void Abuse_024_versionTwoParametersAreNoSignature() {
    String query =
        Site.form(Site.IAM, "ListUsers")
            + "&AWSAccessKeyId="
            + user.keyId()
            + "&SignatureVersion=2&SignatureMethod=HmacSHA256&Signature=x";
    site.send(site.get(query)).requireError(403, "MissingAuthenticationToken");
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "x-amz-date", "x-amz-security-token"})
  void Abuse_009_unsignedSecurityHeaderIsRefused(String name) {
    Signer session = site.sts(user, "GetSessionToken").credentials();
    RawRequest request = site.signed(session, Site.STS, Site.form(Site.STS, "GetCallerIdentity"));
    site.send(request).requireSuccess();
    String list = request.header("Authorization").replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
    String shorter =
        String.join(
            ";", List.of(list.split(";", -1)).stream().filter(one -> !one.equals(name)).toList());
    site.send(request.altered(list, shorter)).requireError(403, "SignatureDoesNotMatch");
  }

  @Test
  void Abuse_009_headerOfAmazonsAddedUnsignedIsRefused() {
    RawRequest request = site.signed(user, Site.STS, Site.form(Site.STS, "GetCallerIdentity"));
    site.send(request.withAdded("X-Amz-Target", "x")).requireError(403, "SignatureDoesNotMatch");
    site.send(request.withAdded("X-Other", "x")).requireSuccess();
  }

  @Test
  void Abuse_012_scopeIsWhatWasCalled() {
    String form = Site.form(Site.STS, "GetCallerIdentity");
    site.send(site.signed(user, Site.IAM, form)).requireError(400, "InvalidAction");
    site.send(site.signed(user, "s3", form)).requireError(400, "InvalidAction");
    RawRequest request = site.signed(user, Site.STS, form);
    site.send(request.altered("/us-east-1/", "/eu-west-1/"))
        .requireError(403, "SignatureDoesNotMatch");
    site.send(request.altered("/sts/", "/iam/")).requireError(403, "SignatureDoesNotMatch");
    Answer otherDay =
        site.send(
            request.altered(
                Signer.timestamp(site.clock.instant()).substring(0, 8) + "/", "20200101/"));
    otherDay.requireError(403, "SignatureDoesNotMatch");
    assertTrue(otherDay.value("Message").startsWith("Date in Credential scope"), otherDay.body());
    site.send(request.altered("/aws4_request", "/aws5_request"))
        .requireError(403, "SignatureDoesNotMatch");
  }

  @Test
  void Abuse_022_everyBadKeyHasOneAnswer() {
    Signer inactive = site.newKey("ann");
    site.iam(
            site.root,
            "UpdateAccessKey",
            "UserName",
            "ann",
            "AccessKeyId",
            inactive.keyId(),
            "Status",
            "Inactive")
        .requireSuccess();
    Signer deleted = site.user("short");
    site.sts(deleted, "GetCallerIdentity").requireSuccess();
    site.iam(site.root, "DeleteAccessKey", "UserName", "short", "AccessKeyId", deleted.keyId())
        .requireSuccess();
    Signer session = site.sts(user, "GetSessionToken").credentials();
    List<Signer> bad =
        List.of(
            inactive,
            deleted,
            deleted.withSecret(RANDOM_SECRET),
            new Signer("AKIAUNKNOWNUNKNOWN00", RANDOM_SECRET, null),
            user.withToken(session.token()),
            session.withToken(null),
            session.withToken("AAAA"),
            new Signer(user.keyId(), session.secret(), session.token()));
    Set<String> answers = new LinkedHashSet<>();
    for (Signer signer : bad) {
      for (String action : List.of("GetCallerIdentity", "AssumeRole")) {
        Answer answer = site.sts(signer, action);
        answers.add(
            (answer.status() + answer.head() + answer.body())
                .replace(answer.requestId(), "")
                .replaceAll("(?m)^Date:.*$", ""));
      }
    }
    assertEquals(1, answers.size(), answers.toString());
    assertTrue(answers.toString().contains("<Code>InvalidClientTokenId</Code>"));
  }

  static Stream<String> oddKeyIds() {
    return Stream.of(
        "", "a/b", "AK\u00e9", "A".repeat(129), "A".repeat(5000), "..", "AKID,x", "A=B", "*");
  }

  @ParameterizedTest
  @MethodSource("oddKeyIds")
  void Abuse_023_oddKeyIdIsRefused(String id) {
    RawRequest request = site.signed(user, Site.STS, Site.form(Site.STS, "GetCallerIdentity"));
    Answer answer = site.send(request.altered(user.keyId(), id));
    assertTrue(answer.status() == 403 || answer.status() == 400, answer.toString());
    assertTrue(
        Set.of("InvalidClientTokenId", "IncompleteSignature").contains(answer.code()),
        answer.body());
  }

  @Test
  void Abuse_025_onlyTheFederatedOperationsAreCalledUnsigned() {
    operations()
        .forEach(operation -> {
          boolean isFederated = FEDERATED.contains(operation[1]);
          for (String version : List.of(Site.IAM, Site.STS)) {
            String form = "Action=" + operation[1] + "&Version=" + Site.version(version);
            boolean isOpen = isFederated && version.equals(Site.STS);
            for (RawRequest request : List.of(site.post(form), site.get(form))) {
              Answer answer = site.send(request);
              assertTrue(answer.status() >= 400, answer.toString());
              assertEquals(isOpen, !answer.code().equals("MissingAuthenticationToken"), form);
            }
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"assumerolewithsaml", "AssumeRoleWithSAML2", " AssumeRoleWithSAML", ""})
  void Abuse_025_nameMustBeExact(String action) {
    site.send(site.post(Site.form(Site.STS, action.replace(" ", "%20"))))
        .requireError(403, "MissingAuthenticationToken");
  }
}

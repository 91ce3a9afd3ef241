package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.http.UrlEncoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on how a request is read: whatever two readers could read in two ways is refused.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RequestAbuseTest {

  private static final String IDENTITY = Site.form(Site.STS, "GetCallerIdentity");
  private static final String USERS = Site.form(Site.IAM, "ListUsers");

  private final Site site = Site.start();

  @AfterAll
  void close() {
    site.close();
  }

  private RawRequest signed() {
    return site.signed(site.root, Site.STS, IDENTITY);
  }

  /// No class but the pipeline reaches what carries operations out, and only the wiring listens.
  /// What is published to everybody is answered beside it, and reaches neither operations nor
  /// callers.
  @Test
  void Abuse_005_pipelineIsTheOnlyRoute() throws IOException {
    assertEquals(Set.of("Pipeline", "Performance", "Wiring"), filesWith("Performance"));
    assertEquals(Set.of("Wiring"), filesWith("Listener.start("));
    assertEquals(
        Set.of("Pipeline", "PublishedIssuers"), filesWith("implements Listener.Responder"));
    assertEquals(Set.of("Pipeline"), filesWith(".authenticate("));
  }

  private static Set<String> filesWith(String text) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> contents(file).contains(text))
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());
    }
  }

  private static String contents(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/health", "/health/live/", "/metrics", "/console", "/admin", "/v1"})
  void Abuse_005_noPathIsServedUnsigned(String path) {
    for (String method : List.of("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
      Answer answer = site.send(site.post(USERS).withPath(path).withMethod(method));
      assertTrue(answer.status() == 403 || answer.status() == 405, answer.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "&Action=CreateUser",
        "&action=CreateUser",
        "&%41ction=CreateUser",
        "&Version=2010-05-08",
        "&VERSION=2010-05-08"
      })
  void Abuse_006_repeatedParameterIsRefused(String more) {
    site.send(site.signed(site.root, Site.STS, IDENTITY + more))
        .requireError(400, "InvalidQueryParameter");
    site.send(site.presigned(site.root, Site.STS, IDENTITY + more))
        .requireError(400, "InvalidQueryParameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Amz-Credential", "x-amz-credential", "X-Amz-Signature", "X-AMZ-DATE"})
  void Abuse_006_repeatedSignatureParameterIsRefused(String name) {
    RawRequest url = site.presigned(site.root, Site.STS, IDENTITY);
    Answer answer = site.send(url.withQuery(url.query() + '&' + name + "=x"));
    assertEquals(400, answer.status(), answer.body());
  }

  @Test
  void Abuse_007_parameterInBodyAndQueryIsRefused() {
    RawRequest both = site.post(USERS).withQuery("Action=CreateUser");
    site.send(site.root.sign(both, Site.IAM, site.clock.instant()))
        .requireError(400, "InvalidQueryParameter");
    RawRequest split = site.post("Action=ListUsers").withQuery("Version=2010-05-08");
    site.send(site.root.sign(split, Site.IAM, site.clock.instant())).requireSuccess();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Amz-Date", "Host", "Authorization"})
  void Abuse_008_decisiveHeaderGivenTwiceIsRefused(String name) {
    RawRequest request = signed();
    Answer answer = site.send(request.withAdded(name, request.header(name)));
    assertEquals(400, answer.status(), answer.toString());
  }

  @Test
  void Abuse_008_oddSpellingsOfHeaders() {
    RawRequest request = site.post(IDENTITY).withAdded("X-Test", "a b");
    RawRequest honest = site.root.sign(request, Site.STS, site.clock.instant());
    site.send(honest).requireSuccess();
    site.send(honest.with("X-Test", "a  b ")).requireSuccess();
    site.send(honest.without("X-Test").withAdded("X_Test", "a b"))
        .requireError(403, "SignatureDoesNotMatch");
    site.send(honest.without("X-Amz-Date").withAdded("X_Amz_Date", honest.header("X-Amz-Date")))
        .requireError(400, "IncompleteSignature");
    Answer zero = site.send(honest.with("X-Test", "a\u0000b"));
    assertTrue(zero.status() >= 400, zero.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//",
        "/./",
        "/../",
        "/a/../",
        "/%2e%2e/",
        "/%2E/",
        "/a//b",
        "/%",
        "/%zz",
        "/\\",
        "/a b",
        "/\u00e9"
      })
  void Abuse_013_pathWithTwoReadingsIsRefused(String path) {
    String encoded = UrlEncoded.encode(path).replace("%2F", "/");
    for (String canonical : List.of("/", path, encoded, "/a/b")) {
      RawRequest request = site.post(IDENTITY).withPath(path);
      Answer answer = site.send(site.root.sign(request, canonical, Site.STS, site.clock.instant()));
      boolean isRefused = answer.status() >= 400 && answer.status() < 500;
      assertTrue(isRefused, canonical + " gave " + answer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/a%2Fb", "/%c0%ae%c0%ae/", "/%252e%252e/", "/a;x", "/a/"})
  void Abuse_013_pathIsSignedAsItIs(String path) {
    RawRequest request = site.post(IDENTITY).withPath(path);
    String canonical = path.replace("%", "%25").replace(";", "%3B");
    site.send(site.root.sign(request, canonical, Site.STS, site.clock.instant())).requireSuccess();
    site.send(site.root.sign(request, "/", Site.STS, site.clock.instant()))
        .requireError(403, "SignatureDoesNotMatch");
  }

  @Test
  void Abuse_014_parametersArriveAsTheyWereSigned() {
    String value = "a b+c=:/@_.-\u00e9";
    String query =
        Site.form(
                Site.IAM, "CreateUser", "UserName", "q", "Path", "/", "Tags.member.1.Value", value)
            + "&Tags.member.1.Key=k";
    site.send(site.presigned(site.root, Site.IAM, query)).requireSuccess();
    String read = site.iam(site.root, "ListUserTags", "UserName", "q").requireSuccess().body();
    assertTrue(read.contains("<Value>" + value + "</Value>"), read);
    site.iam(
            site.root,
            "TagUser",
            "UserName",
            "q",
            "Tags.member.1.Key",
            "k",
            "Tags.member.1.Value",
            "")
        .requireSuccess();
  }

  @Test
  void Abuse_014_plusIsNoEncodedSpaceToTheSignature() {
    String form = Site.form(Site.IAM, "GetUser", "UserName", "a b");
    RawRequest url = site.presigned(site.root, Site.IAM, form);
    site.send(url.withQuery(url.query().replace("a%20b", "a%2Bb")))
        .requireError(403, "SignatureDoesNotMatch");
    site.send(url.withQuery(url.query().replace("UserName=a%20b", "UserName=")))
        .requireError(403, "SignatureDoesNotMatch");
  }

  @Test
  void Abuse_018_alteredPresignedUrlIsRefused() {
    RawRequest url = site.presigned(site.root, Site.STS, IDENTITY);
    site.send(url).requireSuccess();
    String refused = "SignatureDoesNotMatch";
    site.send(url.withMethod("POST")).requireError(403, refused);
    site.send(url.with("Host", "localhost")).requireError(403, refused);
    site.send(url.withPath("/x")).requireError(403, refused);
    site.send(url.withQuery(url.query() + "&UserName=x")).requireError(403, refused);
    site.send(url.withQuery(url.query().replace("GetCallerIdentity", "GetSessionToken")))
        .requireError(403, refused);
    site.send(
            url.withMethod("POST")
                .withBody("DurationSeconds=900")
                .withAdded("Content-Type", "application/x-www-form-urlencoded"))
        .requireError(403, refused);
  }

  @Test
  void Abuse_019_bodyIsTheSignedOne() {
    RawRequest request = site.signed(site.root, Site.IAM, USERS);
    site.send(request.withBody(USERS.replace("ListUsers", "ListRoles")))
        .requireError(403, "SignatureDoesNotMatch");
    site.send(request.withBody(USERS + "&PathPrefix=%2F"))
        .requireError(403, "SignatureDoesNotMatch");
    for (String hash : List.of("UNSIGNED-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")) {
      RawRequest stated = site.post(USERS).withAdded("X-Amz-Content-Sha256", hash);
      site.send(site.root.sign(stated, Site.IAM, site.clock.instant()))
          .requireError(403, "SignatureDoesNotMatch");
    }
  }

  /// The spellings of hosts are in `ListenerTest`.
  @Test
  void Abuse_021_unknownHostIsRefusedThoughSigned() {
    RawRequest request = site.post(IDENTITY).with("Host", "evil.example");
    Answer answer = site.send(site.root.sign(request, Site.STS, site.clock.instant()));
    assertEquals(421, answer.status(), answer.toString());
    assertFalse(answer.body().contains("evil"), answer.body());
  }
}

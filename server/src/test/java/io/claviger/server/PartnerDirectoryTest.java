package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Delegation;
import io.claviger.account.DelegationRequest;
import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import io.claviger.server.http.StartupFailure;
import io.claviger.service.iam.delegation.Notice;
import io.claviger.service.iam.delegation.Partner;
import io.claviger.testkit.BucketTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartnerDirectoryTest {

  private static final AccountId ACME = new AccountId("444455556666");

  @TempDir private Path directory = Path.of("");

  private Path acme(String properties) throws IOException {
    Path folder = Files.createDirectories(directory.resolve("acme.example/templates"));
    Files.writeString(folder.resolveSibling("partner.properties"), properties);
    Files.writeString(folder.resolve("Bucket.json"), BucketTemplate.text());
    return folder;
  }

  private String failure() {
    return String.valueOf(
        assertThrows(StartupFailure.class, () -> PartnerDirectory.read(directory)).getMessage());
  }

  @Test
  void partnerIsReadWithItsTemplates() throws IOException {
    acme("account=444455556666\nname=Acme\n");
    Partner partner = PartnerDirectory.read(directory).of(ACME).orElseThrow();
    assertEquals("Acme", partner.name());
    assertEquals(BucketTemplate.ARN, partner.templateArn("Bucket"));
    assertEquals(List.of("Bucket"), List.copyOf(partner.templates().keySet()));
    assertTrue(PartnerDirectory.read(directory).of(new AccountId("111122223333")).isEmpty());
  }

  @Test
  void whatIsNotAsItMustBeStopsTheStart() throws IOException {
    Path templates = acme("account=4444\nname=Acme\n");
    assertTrue(failure().endsWith("must have account=, of 12 digits."), failure());
    acme("account=444455556666\n");
    assertTrue(failure().endsWith("must have name=, of at most 30 characters."), failure());
    acme("account=444455556666\nname=Acme\n");
    Files.writeString(templates.resolve("Bad.json"), "{}");
    assertTrue(failure().contains("Bad.json is no policy template: "), failure());
    Files.delete(templates.resolve("Bad.json"));
    Files.writeString(templates.resolve("a b.json"), BucketTemplate.text());
    assertTrue(
        failure().endsWith("must have a name of letters, digits and . - _ only."), failure());
    Files.delete(templates.resolve("a b.json"));
    Path other = Files.createDirectories(directory.resolve("other.example/templates"));
    Files.writeString(
        other.resolveSibling("partner.properties"), "account=444455556666\nname=Other\n");
    assertTrue(failure().endsWith("have 444455556666"), failure());
  }

  @Test
  void noticeIsAFileForTheOperatorAlone() throws IOException {
    acme("account=444455556666\nname=Acme\n");
    Instant time = Instant.parse("2026-01-01T00:00:00Z");
    DelegationRequest request =
        new DelegationRequest(
            "444455556666-x",
            ACME,
            "Acme",
            time,
            null,
            "d",
            BucketTemplate.ARN,
            List.of(),
            "{}",
            "workflow-7",
            null,
            null,
            "arn:aws:sns:eu-central-1:444455556666:acme",
            3_600,
            false);
    PartnerDirectory.read(directory)
        .send(
            new Notice(
                request,
                new AccountId("111122223333"),
                Delegation.State.FINALIZED,
                time,
                SecretText.of("token")));
    Path folder = directory.resolve("acme.example/notices");
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.toList().getFirst();
      assertEquals("1767225600-444455556666-x-FINALIZED.json", file.getFileName().toString());
      assertEquals(
          """
          {"topicArn":"arn:aws:sns:eu-central-1:444455556666:acme",\
          "time":"2026-01-01T00:00:00Z","delegationRequestId":"444455556666-x",\
          "requestorWorkflowId":"workflow-7","ownerAccountId":"111122223333",\
          "state":"FINALIZED","tradeInToken":"token"}\
          """,
          Files.readString(file));
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
  }
}

package io.claviger.service.iam.delegation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.claviger.service.Delegating;
import io.claviger.service.InMemoryIam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.GetHumanReadableSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetHumanReadableSummaryResponse;

class SummaryTest {

  private final Delegating it = new Delegating();

  private GetHumanReadableSummaryResponse summary(InMemoryIam by, String arn, String locale) {
    return by.call(
        GetHumanReadableSummaryRequest.builder().entityArn(arn).locale(locale).build(),
        GetHumanReadableSummaryResponse.class);
  }

  private static String arn(String id) {
    return "arn:aws:iam::" + Delegating.CUSTOMER + ":delegation-request/" + id;
  }

  @Test
  void summarySaysWhatThePolicySays() {
    GetHumanReadableSummaryResponse answer = summary(it.customer, arn(it.create()), "en");
    assertEquals("AVAILABLE", answer.summaryStateAsString());
    assertEquals("en", answer.locale());
    assertEquals(
        """
        Acme (account 444455556666) asks for access for 1 hour, within what whoever accepts the \
        request may do.
        This summary was made by rules from the policy, not by a language model. The policy is \
        what counts.

        It may:
        - Amazon S3 (read): GetObject
        - AWS Identity and Access Management (IAM) (list, write): ListUsers, CreateGroup
          on every resource

        It may:
        - Amazon S3 (write): PutObject
          on arn:aws:s3:::logs/*\
        """,
        answer.summaryContent());
  }

  @ParameterizedTest
  @CsvSource({"en-GB, AVAILABLE", "en_US, AVAILABLE", "de, NOT_SUPPORTED", "zh-CN, NOT_SUPPORTED"})
  void summaryIsInEnglishOnlyAndSaysSo(String locale, String state) {
    GetHumanReadableSummaryResponse answer = summary(it.customer, arn(it.create()), locale);
    assertEquals(state, answer.summaryStateAsString());
    assertEquals(locale, answer.locale());
    assertEquals(state.equals("AVAILABLE"), !answer.summaryContent().isEmpty());
  }

  @Test
  void otherEntitiesAreNotSummarized() {
    String user = "arn:aws:iam::" + Delegating.CUSTOMER + ":user/ann";
    assertEquals("NOT_SUPPORTED", summary(it.customer, user, "en").summaryStateAsString());
  }

  @ParameterizedTest
  @CsvSource({
    "not-an-arn-at-all-of-any-kind, en, InvalidInput",
    "arn:aws:iam::111122223333:user/ann, '!!', InvalidInput",
    "arn:aws:iam::111122223333:delegation-request/444455556666-x, en, NoSuchEntity",
    "arn:aws:iam::777788889999:delegation-request/444455556666-x, en, NoSuchEntity"
  })
  void whatCannotBeSummarizedIsRefused(String arn, String locale, String code) {
    assertEquals(code, Delegating.outcome(() -> summary(it.customer, arn, locale)));
  }

  /// Whoever may see a request may read its summary, and nobody else.
  @Test
  void summaryIsForThoseWhoMaySeeTheRequest() {
    InMemoryIam ann = it.user("ann", "iam:AssociateDelegationRequest");
    InMemoryIam bob = it.user("bob", "s3:*");
    String id = it.createdFor(ann);
    assertEquals("AVAILABLE", summary(ann, arn(id), "en").summaryStateAsString());
    assertEquals("AccessDenied", Delegating.outcome(() -> summary(bob, arn(id), "en")));
    assertEquals("NoSuchEntity", Delegating.outcome(() -> summary(it.stranger, arn(id), "en")));
  }
}

package io.claviger.policy.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.base.Arn;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Case is folded in ASCII only, whatever the machine's language.
final class CaseTest {

  private static final Requester ANA =
      new Requester.IamUser(Policies.HOME, Arn.iam(Policies.HOME, "user/ana"), "");

  private static boolean isAllowed(String action, RequestContext context) {
    PolicyDocument document =
        PolicyParser.parse(
                """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"IAM:LISTKINDS",
                "Resource":"*","Condition":{"StringEqualsIgnoreCase":{"AWS:KIND":"KIND"}}}}\
                """,
                PolicyKind.IDENTITY)
            .document()
            .orElseThrow();
    return Evaluator.evaluate(
            AppliedPolicies.of(ANA).withIdentity(List.of(Policies.policy(document))),
            new AccessRequest(action, "*", Policies.HOME, context))
        .isAllowed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "tr-TR", "lt-LT"})
  void Abuse_031_lettersOfOtherScriptsAreNotFolded(String language) {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      RequestContext kind = RequestContext.EMPTY.with("aws:kind", "kind");

      assertTrue(isAllowed("iam:listkinds", kind));
      assertEquals(false, isAllowed("\u0131am:l\u0131stk\u0131nds", kind));
      assertEquals(false, isAllowed("iam:list\u212Ainds", kind));
      assertEquals(
          false, isAllowed("iam:listkinds", RequestContext.EMPTY.with("aws:kind", "\u212Aind")));
      assertEquals(
          false, isAllowed("iam:listkinds", RequestContext.EMPTY.with("aws:\u212Aind", "kind")));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void Abuse_031_keysAreFoundInAnyAsciiCase() {
    RequestContext context = RequestContext.EMPTY.with("AWS:Kind", "x");

    assertNotNull(context.get("aws:KIND"));
    assertNull(context.get("aws:\u212Aind"));
  }

  @Test
  void laterValuesReplaceEarlierOnesOfAnotherCase() {
    RequestContext client = RequestContext.EMPTY.with("AWS:USERID", "forged");
    RequestContext server = RequestContext.EMPTY.with("aws:userid", "AIDA");

    assertEquals(server, client.and(server));
  }
}

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.CompiledPolicy;
import io.claviger.policy.decide.PolicySource;
import io.claviger.policy.decide.PolicySource.Holder;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.decide.StatementOutcome;
import io.claviger.policy.document.PolicyDocument;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import io.claviger.policy.explain.Explanation;
import io.claviger.policy.explain.MissWords;
import java.util.List;
import java.util.Optional;

/// Asks whether ana may write a report, and why not. `docs/library.md` explains it.
public class MayThey {

  public static void main(String[] arguments) {
    String text =
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "*"},
            {
              "Sid": "WriteAsBlue",
              "Effect": "Allow",
              "Action": "s3:PutObject",
              "Resource": "arn:aws:s3:::reports/*",
              "Condition": {"StringEquals": {"aws:PrincipalTag/team": "blue"}}
            }
          ]
        }
        """;
    AccountId account = new AccountId("111122223333");

    PolicyDocument document = PolicyParser.parse(text, PolicyKind.IDENTITY).document().orElseThrow();
    AppliedPolicy policy =
        new AppliedPolicy(
            new PolicySource("Reports", Optional.empty(), Holder.USER),
            CompiledPolicy.compile(document));
    AppliedPolicies ana =
        AppliedPolicies.of(new Requester.IamUser(account, Arn.iam(account, "user/ana"), ""))
            .withIdentity(List.of(policy));
    AccessRequest write =
        new AccessRequest(
            "s3:PutObject",
            "arn:aws:s3:::reports/q1.csv",
            account,
            RequestContext.EMPTY.with("aws:PrincipalTag/team", "red"));
    Explanation explanation = Explanation.of(ana, write);

    System.out.println(explanation.decision().isAllowed());
    System.out.println(explanation.sentence());
    for (StatementOutcome outcome : explanation.statements()) {
      if (explanation.isNearMiss(outcome)) {
        System.out.println(outcome.statement().sid().orElse("A statement") + " nearly allows it.");
        outcome.misses().stream()
            .map(miss -> MissWords.of(miss, explanation.requester(), explanation.request()))
            .forEach(System.out::println);
      }
    }
  }
}

package io.claviger.bench;

import io.claviger.base.AccountId;
import io.claviger.bench.HostileText.Style;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.AppliedPolicies;
import io.claviger.policy.decide.AppliedPolicies.Level;
import io.claviger.policy.decide.AppliedPolicy;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.decide.PolicySource.Holder;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.document.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The worst that AWS's quotas let a principal's policies be: each of full length, as many as can
/// be attached, and nearly all of it denials with hostile wildcards, none of which matches. Each
/// policy ends with an allowance, so that no layer ends a decision early.
///
/// AWS rule: IAM User Guide, "IAM and AWS STS quotas"; Organizations User Guide, "Quotas for AWS
/// Organizations"; S3 and VPC guides for the policies of buckets and endpoints.
record WorstCase(AppliedPolicies policies, AccessRequest request, int characters) {

  private static final int MANAGED = 6_144;
  private static final int INLINE_OF_ROLE = 10_240;
  private static final int INLINE_OF_USER = 2_048;
  private static final int INLINE_OF_GROUP = 5_120;
  private static final int INLINE_OF_SESSION = 2_048;
  private static final int OF_ORGANIZATION = 5_120;
  private static final int OF_BUCKET = 20_480;
  private static final int OF_ENDPOINT = 20_480;

  private static final int ATTACHED = 10;
  private static final int GROUPS = 10;
  private static final int PER_TARGET = 5;

  /// The root, organizational units nested five deep, and the account.
  private static final int LEVELS = 7;

  private static final int ARN_CHARACTERS = 2_048;
  private static final int TAGS = 50;
  private static final int TAG_CHARACTERS = 256;

  /// A session of a role with session policies.
  static WorstCase ofRole(Style style) {
    Build build = new Build(style);
    List<AppliedPolicy> session = build.policies(ATTACHED, MANAGED);
    session.addAll(build.policies(1, INLINE_OF_SESSION));
    List<AppliedPolicy> identity = build.policies(ATTACHED, MANAGED);
    identity.addAll(build.policies(1, INLINE_OF_ROLE));
    AppliedPolicies policies =
        AppliedPolicies.of(Principal.role("worst").requester())
            .withIdentity(identity)
            .withSession(session);
    return build.around(policies);
  }

  /// A user who is in ten groups.
  static WorstCase ofUser(Style style) {
    Build build = new Build(style);
    List<AppliedPolicy> identity = build.policies(ATTACHED + GROUPS * ATTACHED, MANAGED);
    identity.addAll(build.policies(1, INLINE_OF_USER));
    identity.addAll(build.policies(GROUPS, INLINE_OF_GROUP));
    return build.around(
        AppliedPolicies.of(Principal.user("worst").requester()).withIdentity(identity));
  }

  Decision decide() {
    return Evaluator.evaluate(policies, request);
  }

  /// An object whose key is as long as an ARN lets it be, in a context with all the tags there can
  /// be.
  private static AccessRequest longRequest() {
    String start = "arn:aws:s3:::bucket/";
    String resource = start + HostileText.subject(ARN_CHARACTERS - start.length());
    RequestContext context = Principal.role("worst").keys();
    for (int i = 0; i < TAGS; i++) {
      String value = HostileText.subject(TAG_CHARACTERS);
      for (String kind : List.of("ResourceTag", "RequestTag", "PrincipalTag")) {
        context = context.with("aws:" + kind + '/' + HostileText.tag(i), value);
      }
    }
    AccountId owner = Principal.ACCOUNT;
    return new AccessRequest("s3:GetObjectVersionAttributes", resource, owner, context);
  }

  /// Draws the policies and counts their characters.
  private static final class Build {
    private final HostileText texts;
    private int characters;

    Build(Style style) {
      this.texts = new HostileText(new Draws(Workload.SEED), style);
    }

    WorstCase around(AppliedPolicies principal) {
      AppliedPolicies policies =
          principal
              .withBoundary(policies(1, MANAGED))
              .withServiceControl(levels(PolicyKind.SERVICE_CONTROL))
              .withResourceControl(levels(PolicyKind.RESOURCE_CONTROL))
              .withVpcEndpoint(policies(1, OF_ENDPOINT, PolicyKind.VPC_ENDPOINT))
              .withResource(policies(1, OF_BUCKET, PolicyKind.RESOURCE).getFirst());
      return new WorstCase(policies, longRequest(), characters);
    }

    List<AppliedPolicy> policies(int count, int length) {
      return policies(count, length, PolicyKind.IDENTITY);
    }

    private List<AppliedPolicy> policies(int count, int length, PolicyKind kind) {
      List<String> drawn = Stream.generate(() -> texts.policy(length, kind)).limit(count).toList();
      characters += drawn.stream().mapToInt(String::length).sum();
      return new ArrayList<>(PolicyText.apply(drawn, kind, Holder.NONE));
    }

    private List<Level> levels(PolicyKind kind) {
      return IntStream.range(0, LEVELS)
          .mapToObj(level -> new Level("ou-" + level, policies(PER_TARGET, OF_ORGANIZATION, kind)))
          .toList();
    }
  }
}

package io.claviger.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/// The conditions of the workload: every family of operators, on keys that real policies use.
///
/// Values differ from statement to statement, so that few conditions are equal.
final class ConditionDrafts {

  private static final String TEAM_TAG = "aws:ResourceTag/team";
  private static final String STAGE_TAG = "aws:ResourceTag/environment";
  private static final String CLASS_TAG = "aws:ResourceTag/classification";
  private static final String AGENT = "aws:UserAgent";
  private static final String MFA_AGE = "aws:MultiFactorAuthAge";
  private static final String NOW = "aws:CurrentTime";
  private static final String IP = "aws:SourceIp";
  private static final String SOURCE = "aws:SourceArn";
  private static final String TAG_KEYS = "aws:TagKeys";
  private static final String NOBODY = "nobody";

  private ConditionDrafts() {}

  /// What narrows a statement about some resources.
  private static final List<Function<Draws, ConditionDraft>> NARROWING =
      List.of(
          d -> same("StringEquals", TEAM_TAG, Names.team(d), NOBODY),
          d -> {
            String variable = "${aws:PrincipalTag/team}";
            return one("StringEquals", TEAM_TAG, variable, Principal.TEAM, NOBODY);
          },
          d -> {
            String stage = "restricted-" + d.below(50);
            return one("StringNotEquals", STAGE_TAG, stage, "dev", stage);
          },
          d -> one("StringEqualsIgnoreCase", STAGE_TAG, "Production", "production", "dev"),
          d -> {
            String secret = "Secret-" + d.below(50);
            return one("StringNotEqualsIgnoreCase", CLASS_TAG, secret, "open", upper(secret));
          },
          d ->
              ConditionDraft.of(
                  "StringLike",
                  AGENT,
                  List.of("aws-cli/2." + d.below(9) + "*", "Boto3/*"),
                  List.of("Boto3/1.42." + d.below(90) + " md/Botocore"),
                  List.of("curl/8.5.0")),
          d -> {
            int n = d.below(90);
            return one(
                "StringNotLike",
                "aws:RequestTag/project",
                "secret-" + n + "*",
                "open-" + n,
                "secret-" + n + "-x");
          },
          d -> {
            int most = 10 + d.below(990);
            return numeric("NumericLessThanEquals", "s3:max-keys", most, most, most + 1);
          },
          d -> {
            int age = 900 + d.below(3_000);
            return numeric("NumericLessThan", MFA_AGE, age, age - 1, age);
          },
          d -> {
            int least = 1 + d.below(20);
            String key = "aws:RequestTag/retention-days";
            return numeric("NumericGreaterThanEquals", key, least, least, least - 1);
          },
          d -> {
            int size = d.below(100);
            return numeric("NumericEquals", "aws:RequestTag/tier", size, size, size + 1);
          },
          d -> {
            String end = "2027-%02d-01T00:00:00Z".formatted(1 + d.below(12));
            return one("DateLessThan", NOW, end, "2026-11-03T10:15:00Z", "2028-03-01T00:00:00Z");
          },
          d -> {
            String start = "2025-%02d-15T00:00:00Z".formatted(1 + d.below(12));
            return one(
                "DateGreaterThanEquals",
                NOW,
                start,
                "2026-05-09T08:00:00Z",
                "2024-12-31T23:59:59Z");
          },
          d -> one("Bool", "aws:SecureTransport", "true", "true", "false"),
          d -> one("BoolIfExists", "aws:MultiFactorAuthPresent", "true", "true", "false"),
          d -> {
            int net = d.below(250);
            return ConditionDraft.of(
                "IpAddress",
                IP,
                List.of("10." + net + ".0.0/16", "2001:db8:" + net + "::/48"),
                List.of("10." + net + "." + d.below(250) + ".7"),
                List.of("10." + (net + 1) + ".3.7"));
          },
          d -> {
            int net = d.below(250);
            String inside = "198.51." + net + ".9";
            return one("NotIpAddress", IP, "198.51." + net + ".0/24", "203.0.113.77", inside);
          },
          d -> {
            String team = Names.team(d);
            return one(
                "ArnLike",
                SOURCE,
                "arn:aws:s3:::" + team + "-*",
                "arn:aws:s3:::" + team + "-uploads",
                "arn:aws:s3:::elsewhere");
          },
          d -> {
            String rule = "arn:aws:events:eu-west-1:111122223333:rule/nightly-" + d.below(500);
            return same("ArnEquals", SOURCE, rule, rule + "x");
          },
          d -> {
            String team = "arn:aws:sns:*:111122223333:" + Names.team(d) + "-";
            String met = "arn:aws:sns:eu-west-1:111122223333:other";
            String unmet = team.replace('*', ' ').replace(" ", "us-east-1") + "alerts";
            return one("ArnNotLike", SOURCE, team + '*', met, unmet);
          },
          d -> of("Null", "aws:RequestTag/owner", "false", List.of("ana"), List.of()),
          d -> of("Null", "aws:SourceVpce", "true", List.of(), List.of("vpce-0a1b2c3d")),
          d -> {
            List<String> keys = List.of("team", "owner", "cost-center-" + d.below(30));
            return ConditionDraft.ofMany(
                "ForAllValues:StringEquals", TAG_KEYS, keys, keys.subList(1, 3), List.of("admin"));
          },
          d -> {
            List<String> keys = List.of("team", "cost-center-" + d.below(30));
            return ConditionDraft.ofMany(
                "ForAnyValue:StringEquals",
                TAG_KEYS,
                keys,
                List.of("x", keys.get(1)),
                List.of("x"));
          },
          d -> {
            String center = "cc-" + d.below(200);
            return same("StringEqualsIfExists", "aws:RequestTag/cost-center", center, "cc-none");
          },
          d -> {
            List<String> regions = d.some(Names.REGIONS, 2);
            return ConditionDraft.of(
                "StringEquals",
                "aws:RequestedRegion",
                regions,
                regions.subList(0, 1),
                List.of("sa-east-1"));
          });

  /// What guards a statement that denies on all resources: met by few requests.
  private static final List<Function<Draws, ConditionDraft>> GUARDING =
      List.of(
          d -> one("Bool", "aws:SecureTransport", "false", "false", "true"),
          d -> one("BoolIfExists", "aws:MultiFactorAuthPresent", "false", "false", "true"),
          d ->
              ConditionDraft.of(
                  "StringNotEquals",
                  "aws:RequestedRegion",
                  Names.REGIONS,
                  List.of("sa-east-1"),
                  List.of("eu-west-1")),
          d ->
              ConditionDraft.of(
                  "NotIpAddress",
                  IP,
                  List.of("10.0.0.0/8", "198.51.0.0/16", "203.0.113.0/24", "2001:db8::/32"),
                  List.of("192.0.2." + d.below(250)),
                  List.of("203.0.113.9")),
          d -> {
            String secret = "top-secret-" + d.below(500);
            return same("StringEquals", CLASS_TAG, secret, "open");
          },
          d -> {
            int age = 43_200 + d.below(9_000);
            return numeric("NumericGreaterThan", MFA_AGE, age, age + 1, 60);
          },
          d -> {
            String end = "2030-%02d-01T00:00:00Z".formatted(1 + d.below(12));
            return one("DateGreaterThan", NOW, end, "2031-01-01T00:00:00Z", "2026-06-01T00:00:00Z");
          },
          d -> {
            int n = d.below(90);
            return one(
                "StringLike", AGENT, "*scanner-" + n + "/*", "x scanner-" + n + "/1", "Boto3/1");
          },
          d -> {
            String prefix = "arn:aws:iam::111122223333:user/contractors-" + d.below(90) + "/";
            return one("ArnLike", SOURCE, prefix + '*', prefix + "eve", "arn:aws:s3:::elsewhere");
          },
          d -> {
            List<String> keys = List.of("forbidden-" + d.below(90));
            return ConditionDraft.ofMany(
                "ForAnyValue:StringEquals", TAG_KEYS, keys, keys, List.of("team"));
          });

  static ConditionDraft narrowing(Draws draws) {
    return draws.pick(NARROWING).apply(draws);
  }

  static ConditionDraft guarding(Draws draws) {
    return draws.pick(GUARDING).apply(draws);
  }

  /// Every kind of condition there is, once.
  static List<ConditionDraft> all(Draws draws) {
    return Stream.concat(NARROWING.stream(), GUARDING.stream())
        .map(kind -> kind.apply(draws))
        .toList();
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static ConditionDraft numeric(
      String operator, String key, int value, int met, int unmet) {
    return one(
        operator, key, Integer.toString(value), Integer.toString(met), Integer.toString(unmet));
  }

  private static ConditionDraft same(String operator, String key, String value, String unmet) {
    return one(operator, key, value, value, unmet);
  }

  private static ConditionDraft one(
      String operator, String key, String value, String met, String unmet) {
    return of(operator, key, value, List.of(met), List.of(unmet));
  }

  private static ConditionDraft of(
      String operator, String key, String value, List<String> met, List<String> unmet) {
    return ConditionDraft.of(operator, key, List.of(value), met, unmet);
  }
}

package io.claviger.bench;

import java.util.List;

/// The words that names in the workload are made of.
final class Names {

  static final List<String> TEAMS =
      List.of(
          "billing",
          "search",
          "orders",
          "fraud",
          "media",
          "growth",
          "identity",
          "platform",
          "shipping",
          "payments",
          "catalog",
          "support",
          "mobile",
          "risk",
          "data",
          "legal");

  static final List<String> REGIONS =
      List.of("eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-southeast-2");

  private static final List<String> APPS =
      List.of(
          "api", "worker", "ingest", "export", "report", "events", "index", "cache", "archive",
          "ledger", "gateway", "session", "audit", "batch", "stream", "import");

  private static final List<String> STAGES = List.of("prod", "staging", "dev", "test");

  private static final List<String> FOLDERS =
      List.of("config", "in", "out", "tmp", "reports", "raw", "clean", "public", "exports", "jobs");

  private static final List<String> ENDINGS = List.of("csv", "json", "parquet", "log", "gz");

  private Names() {}

  /// A resource's name, such as `billing-api-prod-417`.
  static String resource(Draws draws, int spread) {
    return team(draws) + '-' + app(draws) + '-' + draws.pick(STAGES) + '-' + draws.below(spread);
  }

  static String team(Draws draws) {
    return draws.pick(TEAMS);
  }

  static String app(Draws draws) {
    return draws.pick(APPS);
  }

  static String folder(Draws draws) {
    return draws.pick(FOLDERS);
  }

  static String ending(Draws draws) {
    return draws.pick(ENDINGS);
  }

  /// What stands below a folder: `2026/07/14/part-00317.csv`.
  static String leaf(Draws draws) {
    return "2026/%02d/%02d/part-%05d.%s"
        .formatted(1 + draws.below(12), 1 + draws.below(28), draws.below(100_000), ending(draws));
  }
}

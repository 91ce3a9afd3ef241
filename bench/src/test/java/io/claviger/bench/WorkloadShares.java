package io.claviger.bench;

import java.util.Locale;

/// Prints what the workloads are made of, as a table in Markdown.
final class WorkloadShares {

  private static final int[] SIZES = {10, 100, 1_000, 10_000};

  private WorkloadShares() {}

  public static void main(String[] arguments) {
    System.out.println(
        "| Statements | deny | condition | wild action | literal resource | variable | all resources"
            + " | Not… | requests allowed | with resource policy | hits | hits of limits |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (int size : SIZES) {
      System.out.println("| " + size + row(Shares.of(Workload.of(size))));
    }
    System.out.println(Limits.statements() + " statements in boundary and SCPs besides.");
  }

  private static String row(Shares shares) {
    return " | %s | %s | %s | %s | %s | %s | %s | %s | %s | %.2f | %.2f |"
        .formatted(
            percent(shares.denies()),
            percent(shares.conditions()),
            percent(shares.wildActions()),
            percent(shares.literal()),
            percent(shares.variables()),
            percent(shares.broad()),
            percent(shares.negated()),
            percent(shares.allowedRequests()),
            percent(shares.resourcePolicies()),
            shares.hits(),
            shares.hitsOfLimits());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}

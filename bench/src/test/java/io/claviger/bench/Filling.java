package io.claviger.bench;

/// Makes ARNs that a resource pattern matches, and such that it nearly does.
record Filling(Draws draws, Principal principal) {

  private static final int REGION = 3;
  private static final int FIELDS = 6;

  /// An ARN that the pattern matches.
  ///
  /// @param type the kind of resource, for the pattern `*`
  String matching(String pattern, ResourceType type) {
    if (pattern.equals(StatementDraft.ANY)) {
      String path = Names.folder(draws) + '/' + Names.leaf(draws);
      return type.fill(draws.pick(Names.REGIONS), Names.resource(draws, 100_000), path);
    }
    String[] fields = pattern.split(":", FIELDS);
    if (fields[REGION].equals("*")) {
      fields[REGION] = draws.pick(Names.REGIONS);
    }
    fields[FIELDS - 1] = fill(fields[FIELDS - 1]);
    return String.join(":", fields);
  }

  /// An ARN that differs from what the pattern wants in its last literal characters.
  String missing(String pattern, ResourceType type) {
    if (!pattern.endsWith("*")) {
      return matching(pattern, type) + draws.below(10);
    }
    int end = pattern.length() - 1;
    char separator = pattern.charAt(end - 1);
    boolean isSeparator = separator == '/' || separator == '-';
    String literal = pattern.substring(0, isSeparator ? end - 1 : end);
    return matching(literal + draws.below(10) + (isSeparator ? separator : '-') + '*', type);
  }

  private String fill(String part) {
    String known = part.replace("${" + principal.variable() + "}", principal.value());
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < known.length(); i++) {
      if (known.charAt(i) == '*') {
        filled.append(run(known, i));
      } else {
        filled.append(known.charAt(i));
      }
    }
    return filled.toString();
  }

  /// What a `*` stands for, as its place suggests.
  private String run(String part, int at) {
    boolean isLast = at == part.length() - 1;
    if (isLast && at > 0 && part.charAt(at - 1) == '-') {
      return Integer.toString(draws.below(100_000));
    }
    boolean isPath = isLast && at > 0 && part.charAt(at - 1) == '/';
    return isPath ? Names.leaf(draws) : Names.app(draws) + '-' + Names.app(draws);
  }
}

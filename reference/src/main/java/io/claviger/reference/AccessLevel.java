package io.claviger.reference;

/// What kind of access an action gives. An action that AWS lists with two levels has the narrower.
///
/// AWS rule: IAM User Guide, "Access levels in policy summaries".
public enum AccessLevel {
  LIST,
  READ,
  WRITE,
  TAGGING,
  PERMISSIONS_MANAGEMENT;

  static AccessLevel of(String published) {
    return switch (published) {
      case "List" -> LIST;
      case "Read" -> READ;
      case "Write" -> WRITE;
      case "Tagging", "Tagging, Write" -> TAGGING;
      case "Permissions management", "Permissions management, Write" -> PERMISSIONS_MANAGEMENT;
      default -> throw new IllegalStateException("Unknown access level " + published);
    };
  }
}

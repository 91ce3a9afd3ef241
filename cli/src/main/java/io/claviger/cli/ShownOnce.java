package io.claviger.cli;

import io.claviger.server.RootCredentials;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Hands out root's access key, the only time that it is shown.
final class ShownOnce {

  private ShownOnce() {}

  /// Writes the key to the file, or prints it where there is none.
  static void show(RootCredentials root, @Nullable Path file, PrintWriter out) {
    if (file != null) {
      root.write(file);
      out.println("Root's access key is in " + file + ", readable by you alone.");
      return;
    }
    out.println("Root's access key, shown this once and never again:");
    out.println();
    out.println("  AWS_ACCESS_KEY_ID=" + root.accessKeyId());
    out.println("  AWS_SECRET_ACCESS_KEY=" + root.secret().reveal());
    out.println();
    out.println("Make an administrator with it, enable root's MFA, then lock it away.");
  }
}

package io.claviger.cli;

import io.claviger.server.RootCredentials;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Hands out root's access key, the only time that it is shown.
final class ShownOnce {

  private ShownOnce() {}

  /// Makes root's key and hands it out: in the file, or printed where there is none. The file is
  /// made first, so that no key is made that can't be handed out, and is gone again if making
  /// fails.
  static RootCredentials make(
      @Nullable Path file, PrintWriter out, Supplier<RootCredentials> making) {
    if (file != null) {
      RootCredentials.reserve(file);
    }
    RootCredentials root;
    try {
      root = making.get();
    } catch (RuntimeException e) {
      if (file != null) {
        RootCredentials.release(file);
      }
      throw e;
    }
    show(root, file, out);
    return root;
  }

  private static void show(RootCredentials root, @Nullable Path file, PrintWriter out) {
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

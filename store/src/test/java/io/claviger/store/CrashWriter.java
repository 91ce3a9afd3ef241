package io.claviger.store;

import static io.claviger.store.Samples.ONE;

import io.claviger.account.Change;
import io.claviger.account.SecretName;
import io.claviger.base.SecretText;
import java.nio.file.Path;

/// The process that [CrashLoopTest] kills: writes from four threads and prints `ACK id` for each
/// write that was answered.
final class CrashWriter {

  static final int THREADS = 4;

  private CrashWriter() {}

  /// Writes until it is killed.
  ///
  /// @param arguments the folder with the store, and a word that is in all ids of this run
  public static void main(String[] arguments) {
    Store store = new StoreFiles(Path.of(arguments[0])).open();
    if (store.accounts().accounts().isEmpty()) {
      Samples.createAccount(store, ONE);
    }
    for (int thread = 0; thread < THREADS; thread++) {
      String prefix = arguments[1] + "-" + thread + "-";
      Thread.ofPlatform().start(() -> writeOn(store, prefix));
    }
  }

  private static void writeOn(Store store, String prefix) {
    for (int i = 0; ; i++) {
      String id = prefix + i;
      store.accounts().write(ONE, _ -> Samples.staged(ONE, change(id)));
      // One call, so that lines of several threads do not mix.
      System.out.println("ACK " + id);
    }
  }

  /// Two users and a secret, so that half a change would show.
  private static Change change(String id) {
    return Change.put(Samples.user(id + "-a", id + "-a"), Samples.user(id + "-b", id + "-b"))
        .andSecret(new SecretName(SecretName.Kind.PASSWORD, id), SecretText.of(id));
  }
}

package io.claviger.server;

import io.claviger.base.AccountId;
import io.claviger.base.FileReason;
import io.claviger.base.SecretText;
import io.claviger.server.http.StartupFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// An account's root access key, as it is shown once.
public record RootCredentials(AccountId account, String accessKeyId, SecretText secret) {

  private static final String ACCOUNT = "account_id";
  private static final String KEY_ID = "aws_access_key_id";
  private static final String SECRET = "aws_secret_access_key";

  /// Makes the file that [#write] will fill, empty and readable by its owner only. Done before the
  /// key is made, so that no key is made that can't be handed out.
  ///
  /// @throws StartupFailure if the file exists or can't be made
  public static void reserve(Path file) {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      throw new StartupFailure(
          "The credentials file " + file + " exists and is not overwritten. Name another.", e);
    } catch (IOException e) {
      throw new StartupFailure(
          "Can't make the credentials file " + file + ": " + FileReason.of(e), e);
    }
  }

  /// Removes a file that was reserved and is not needed after all.
  ///
  /// @throws StartupFailure if the file can't be removed
  public static void release(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new StartupFailure(
          "Can't remove the empty credentials file " + file + ": " + FileReason.of(e), e);
    }
  }

  /// Writes them to the file that was reserved, in the form of an AWS credentials file.
  ///
  /// @throws StartupFailure if the file can't be written
  public void write(Path file) {
    String text =
        """
        # Root user of account %s. Keep this file safe, or delete it once an administrator exists.
        [default]
        %s = %s
        %s = %s
        %s = %s
        """
            .formatted(account, ACCOUNT, account, KEY_ID, accessKeyId, SECRET, secret.reveal());
    try {
      Files.write(
          file,
          text.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new StartupFailure(
          "Can't write the credentials file " + file + ": " + FileReason.of(e), e);
    }
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws StartupFailure if the file does not hold an access key
  public static RootCredentials read(Path file) {
    Map<String, String> values = new HashMap<>();
    try {
      for (String line : Files.readAllLines(file)) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
          values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
      }
    } catch (IOException e) {
      throw new StartupFailure(
          "Can't read the credentials file " + file + ": " + FileReason.of(e), e);
    }
    if (!values.keySet().containsAll(Set.of(ACCOUNT, KEY_ID, SECRET))) {
      throw new StartupFailure(
          "The file " + file + " holds no " + KEY_ID + ", " + SECRET + " and " + ACCOUNT + ".");
    }
    return new RootCredentials(
        AccountId.find(values.getOrDefault(ACCOUNT, ""))
            .orElseThrow(
                () -> new StartupFailure("The file " + file + " has a bad " + ACCOUNT + ".")),
        values.getOrDefault(KEY_ID, ""),
        SecretText.of(values.getOrDefault(SECRET, "")));
  }
}

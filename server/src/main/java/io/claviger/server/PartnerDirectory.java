package io.claviger.server;

import io.claviger.base.AccountId;
import io.claviger.base.FileReason;
import io.claviger.server.http.StartupFailure;
import io.claviger.service.iam.delegation.Notice;
import io.claviger.service.iam.delegation.Notices;
import io.claviger.service.iam.delegation.Partner;
import io.claviger.service.iam.delegation.Partners;
import io.claviger.service.iam.delegation.PolicyTemplate;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The partners that may ask for delegation, as an operator has written them down in a directory,
/// and the place where they are told what comes of it.
///
/// There is one folder for each partner, whose name is the partner's domain. In it stand
/// `partner.properties` with `account` and `name`, the folder `templates` with one policy template
/// per file, `NAME.json`, and, made when it is needed, the folder `notices`. It is read once, when
/// the server starts.
public final class PartnerDirectory implements Partners, Notices {

  private static final String PROPERTIES = "partner.properties";
  private static final String TEMPLATES = "templates";
  private static final String NOTICES = "notices";
  private static final String JSON = ".json";

  /// The API model has it so for `RequestorName`.
  private static final int LONGEST_NAME = 30;

  private final Map<AccountId, Partner> partners;
  private final Map<AccountId, Path> notices;

  private PartnerDirectory(Map<AccountId, Partner> partners, Map<AccountId, Path> notices) {
    this.partners = Map.copyOf(partners);
    this.notices = Map.copyOf(notices);
  }

  /// Reads the directory.
  ///
  /// @throws StartupFailure when something in it is not as it must be
  public static PartnerDirectory read(Path directory) {
    Map<AccountId, Partner> partners = new HashMap<>();
    Map<AccountId, Path> notices = new HashMap<>();
    for (Path folder : inOrder(directory, Files::isDirectory)) {
      Partner partner = partner(folder);
      if (partners.put(partner.account(), partner) != null) {
        throw new StartupFailure("Two partners in " + directory + " have " + partner.account());
      }
      notices.put(partner.account(), folder.resolve(NOTICES));
    }
    return new PartnerDirectory(partners, notices);
  }

  private static Partner partner(Path folder) {
    Path file = folder.resolve(PROPERTIES);
    Properties properties = properties(file);
    AccountId account =
        AccountId.find(properties.getProperty("account", ""))
            .orElseThrow(() -> new StartupFailure(file + " must have account=, of 12 digits."));
    String name = properties.getProperty("name", "");
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new StartupFailure(
          file + " must have name=, of at most " + LONGEST_NAME + " characters.");
    }
    String domain = requirePlain(folder);
    Map<String, PolicyTemplate> templates = new HashMap<>();
    for (Path template : inOrder(folder.resolve(TEMPLATES), PartnerDirectory::isJson)) {
      String plain = requirePlain(template);
      templates.put(plain.substring(0, plain.length() - JSON.length()), template(template));
    }
    return new Partner(account, name, domain, templates);
  }

  private static PolicyTemplate template(Path file) {
    try {
      return PolicyTemplate.parse(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new StartupFailure(file + " is no policy template: " + e.getMessage());
    } catch (IOException e) {
      throw new StartupFailure(file + " could not be read: " + FileReason.of(e));
    }
  }

  private static Properties properties(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new StartupFailure(file + " could not be read: " + FileReason.of(e));
    }
  }

  private static boolean isJson(Path file) {
    return file.toString().endsWith(JSON);
  }

  /// The name of a file or folder, which becomes part of an ARN.
  private static String requirePlain(Path path) {
    String name = path.getFileName().toString();
    boolean isPlain =
        name.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || ".-_".indexOf(c) >= 0);
    if (!isPlain) {
      throw new StartupFailure(path + " must have a name of letters, digits and . - _ only.");
    }
    return name;
  }

  private static List<Path> inOrder(Path directory, Predicate<Path> wanted) {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new StartupFailure(directory + " could not be read: " + FileReason.of(e));
    }
  }

  @Override
  public Optional<Partner> of(AccountId account) {
    return Optional.ofNullable(partners.get(account));
  }

  /// Writes the notice to a file of its own, which is there as a whole or not at all, and which
  /// nobody but the operator can read.
  @Override
  public void send(Notice notice) {
    Path folder = notices.get(notice.request().requestor());
    if (folder == null) {
      throw new IllegalStateException("No partner any more: " + notice.request().requestor());
    }
    try {
      NoticeFile.write(folder, notice);
    } catch (IOException e) {
      throw new UncheckedIOException("A notice could not be written to " + folder, e);
    }
  }
}

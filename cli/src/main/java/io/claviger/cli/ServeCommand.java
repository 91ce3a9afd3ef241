package io.claviger.cli;

import io.claviger.base.AccountId;
import io.claviger.base.SecretText;
import io.claviger.cli.terminal.Specs;
import io.claviger.server.AccountSetup;
import io.claviger.server.IdentityProviderNetworks;
import io.claviger.server.PartnerDirectory;
import io.claviger.server.RootCredentials;
import io.claviger.server.RunningServer;
import io.claviger.server.Wiring;
import io.claviger.server.http.ListenerSettings;
import io.claviger.server.http.StartupFailure;
import io.claviger.server.http.TlsFiles;
import io.claviger.store.Store;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// Serves.
@Command(
    name = "serve",
    description = {
      "Serve IAM and STS until interrupted.",
      "The first start makes an account and shows its root user's access key, once."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./claviger serve",
      "  ./claviger serve --account 111122223333 --root-credentials-file root.credentials",
      "  ./claviger serve --listen 0.0.0.0 --tls-cert server.pem --tls-key server.key --host iam.example.org",
      "  CLAVIGER_ROOT_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE CLAVIGER_ROOT_SECRET_ACCESS_KEY=for-ci-only \\",
      "      ./claviger serve --ephemeral"
    },
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Mixin private DataOptions data = new DataOptions();

  @Option(
      names = "--port",
      defaultValue = "4260",
      description = "The port; 0 for any free one. Default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--listen",
      defaultValue = "127.0.0.1",
      paramLabel = "ADDR",
      description = "The address to listen on. Default: ${DEFAULT-VALUE}")
  private String listen = "";

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "A name that clients reach the server by; may be repeated. Addresses and localhost are"
              + " always known.")
  private List<String> hosts = List.of();

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "What others reach the server by, without a path: the issuers of its web identity tokens"
              + " are found below it. Default: what it listens on")
  private @Nullable String publicUrl;

  @Option(names = "--tls-cert", paramLabel = "FILE", description = "Certificate chain in PEM.")
  private @Nullable Path tlsCertificate;

  @Option(names = "--tls-key", paramLabel = "FILE", description = "Its private key in PEM.")
  private @Nullable Path tlsKey;

  @Option(
      names = "--insecure-http",
      description = "Allow plain HTTP on an address that is not loopback.")
  private boolean insecureHttp;

  @Option(
      names = "--idp-network",
      paramLabel = "CIDR",
      description =
          "A network that is not public but that OpenID Connect providers may be reached in; may be"
              + " repeated.")
  private List<String> providerNetworks = List.of();

  @Option(
      names = "--partners",
      paramLabel = "DIR",
      description =
          "A directory of partners, who may ask for permissions to be delegated, with their policy"
              + " templates.")
  private @Nullable Path partners;

  @Option(
      names = "--account",
      paramLabel = "ID",
      converter = AccountIdConverter.class,
      description = "The id of the account that the first start makes. Default: random")
  private @Nullable AccountId account;

  @Option(
      names = "--root-credentials-file",
      paramLabel = "FILE",
      description = "Where the first start writes root's access key, instead of the terminal.")
  private @Nullable Path credentialsFile;

  @Option(
      names = "--ephemeral",
      description =
          "Keep everything in memory, in place of --data. Takes root's key from CLAVIGER_ROOT_ACCESS_KEY_ID and"
              + " CLAVIGER_ROOT_SECRET_ACCESS_KEY where they are set.")
  private boolean ephemeral;

  @Option(
      names = "--log-format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private LogSettings.Format logFormat = LogSettings.Format.TEXT;

  @Option(
      names = "--log-level",
      defaultValue = "info",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private LogSettings.Level logLevel = LogSettings.Level.INFO;

  @Override
  public Integer call() throws InterruptedException {
    new LogSettings(logFormat, logLevel).apply();
    refuseDataThatIsNotKept();
    ListenerSettings listener = listener();
    IdentityProviderNetworks networks = networks();
    CountDownLatch stopped = new CountDownLatch(1);
    Store store =
        ephemeral ? Store.inMemory(InstantSource.system(), new SecureRandom()) : Offline.open(data);
    RunningServer server = start(store, listener, networks);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
    return 0;
  }

  /// The port is bound before the account is made: a key must not be made and then lost to a start
  /// that fails.
  private RunningServer start(
      Store store, ListenerSettings listener, IdentityProviderNetworks networks) {
    RunningServer server;
    try {
      server =
          partners == null
              ? Wiring.start(store, listener, networks, InstantSource.system())
              : Wiring.start(
                  store,
                  listener,
                  networks,
                  PartnerDirectory.read(partners),
                  InstantSource.system());
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    try {
      AccountSetup setup = Offline.setup(store);
      if (setup.all().isEmpty()) {
        RootCredentials root = firstRoot(setup);
        if (isFromEnvironment(root)) {
          setup.create(root);
          banner(server, setup);
        } else {
          ShownOnce.make(credentialsFile, Specs.out(spec), () -> createFirst(server, setup, root));
        }
      } else {
        requireKnown(setup);
        banner(server, setup);
      }
      Specs.out(spec).flush();
      server.announce();
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private RootCredentials createFirst(
      RunningServer server, AccountSetup setup, RootCredentials root) {
    setup.create(root);
    banner(server, setup);
    Specs.out(spec).println();
    return root;
  }

  private void requireKnown(AccountSetup setup) {
    if (account != null && setup.all().stream().noneMatch(each -> each.id().equals(account))) {
      throw new StartupFailure(
          "There is no account "
              + account
              + " in "
              + data.data()
              + ". ./claviger account create makes it; without --account, those that are there are"
              + " served.");
    }
  }

  private RootCredentials firstRoot(AccountSetup setup) {
    AccountId id = account == null ? setup.unusedId() : account;
    RootCredentials made = setup.newCredentials(id);
    String keyId = System.getenv("CLAVIGER_ROOT_ACCESS_KEY_ID");
    String secret = System.getenv("CLAVIGER_ROOT_SECRET_ACCESS_KEY");
    if (!ephemeral || (keyId == null && secret == null)) {
      return made;
    }
    if (keyId == null || secret == null || keyId.isEmpty() || secret.isEmpty()) {
      throw new StartupFailure(
          "CLAVIGER_ROOT_ACCESS_KEY_ID and CLAVIGER_ROOT_SECRET_ACCESS_KEY must both be set, or"
              + " neither.");
    }
    if (!keyId.matches("\\w{16,128}")) {
      throw new StartupFailure(
          "CLAVIGER_ROOT_ACCESS_KEY_ID must have 16 to 128 letters and digits.");
    }
    return new RootCredentials(id, keyId, SecretText.of(secret));
  }

  private void banner(RunningServer server, AccountSetup setup) {
    PrintWriter out = Specs.out(spec);
    out.println("Claviger is serving IAM and STS.");
    out.println("  endpoint     " + server.endpoint());
    setup.all().forEach(each -> out.println("  account      " + each.id()));
    out.println("  enforcement  is on");
    out.println("  data         " + (ephemeral ? "in memory, gone when it stops" : data.data()));
  }

  private static boolean isFromEnvironment(RootCredentials root) {
    return root.accessKeyId().equals(System.getenv("CLAVIGER_ROOT_ACCESS_KEY_ID"));
  }

  /// Whoever names a place for the data must not lose it.
  private void refuseDataThatIsNotKept() {
    ParseResult given = Specs.require(spec).commandLine().getParseResult();
    for (String option : List.of("--data", "--key-file")) {
      if (ephemeral && given.hasMatchedOption(option)) {
        throw misuse("--ephemeral keeps nothing, and so does not go together with " + option + ".");
      }
    }
  }

  private ListenerSettings listener() {
    InetAddress address = address();
    if (port < 0 || port > 65_535) {
      throw misuse("--port takes 0 to 65535, not " + port + ".");
    }
    if ((tlsCertificate == null) != (tlsKey == null)) {
      throw misuse("--tls-cert and --tls-key go together.");
    }
    TlsFiles tls =
        tlsCertificate == null || tlsKey == null ? null : new TlsFiles(tlsCertificate, tlsKey);
    if (!address.isLoopbackAddress() && tls == null && !insecureHttp) {
      throw misuse(
          listen
              + " is not a loopback address: give --tls-cert and --tls-key, or accept with"
              + " --insecure-http that anybody on the way can read and replay what is sent.");
    }
    return new ListenerSettings(address, port, tls, hosts, publicUrl());
  }

  private @Nullable URI publicUrl() {
    if (publicUrl == null) {
      return null;
    }
    try {
      return PublicUrlRules.check(publicUrl, insecureHttp);
    } catch (IllegalArgumentException e) {
      throw misuse("--public-url " + e.getMessage() + ".");
    }
  }

  private IdentityProviderNetworks networks() {
    try {
      return IdentityProviderNetworks.with(providerNetworks);
    } catch (IllegalArgumentException e) {
      throw misuse("--idp-network: " + e.getMessage() + ".");
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(listen);
    } catch (UnknownHostException _) {
      throw misuse("--listen wants an address of this machine, not '" + listen + "'.");
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(Specs.require(spec).commandLine(), message);
  }
}

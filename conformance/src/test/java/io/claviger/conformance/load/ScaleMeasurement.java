package io.claviger.conformance.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongFunction;

/// Fills an account of the packaged server and measures, at some sizes, what calls cost, what an
/// entity takes of memory and disk, and how long the server takes to start. Prints tables.
///
/// A size is a number of users; roles and customer managed policies are a fifth of it each.
final class ScaleMeasurement {

  private static final int WRITERS = 16;
  private static final int PAGE = 100;
  private static final int[] SIZES = {1_000, 3_000, 10_000, 30_000, 100_000};
  private static final int SAMPLES = 1_000;
  private static final long SEED = 20261122;
  private static final String READ_ONLY = "arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FIAMReadOnlyAccess";
  private static final String TRUST =
      document("Principal", "{\"AWS\":\"111122223333\"}", "sts:AssumeRole");
  private static final String ALLOW =
      document("Resource", "\"arn:aws:s3:::reports/*\"", "s3:GetObject");

  /// What is made, read, listed and deleted.
  ///
  /// @param name as in the names of its operations
  /// @param plural the same where it is listed
  /// @param prefix of the names of those that the account is filled with
  /// @param share how many users there are for one of it
  /// @param toMake what making one takes besides its name
  /// @param toRead the parameter by which one is read, up to its name
  private record Kind(
      String name, String plural, String prefix, int share, String toMake, String toRead) {

    private static final int SHARE_OF_OTHERS = 5;

    static final Kind USER = new Kind("User", "Users", "user-", 1, "", "UserName=");
    static final Kind ROLE =
        new Kind(
            "Role",
            "Roles",
            "role-",
            SHARE_OF_OTHERS,
            "&AssumeRolePolicyDocument=" + TRUST,
            "RoleName=");
    static final Kind POLICY =
        new Kind(
            "Policy",
            "Policies",
            "policy-",
            SHARE_OF_OTHERS,
            "&PolicyDocument=" + ALLOW,
            "PolicyArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Apolicy%2F");

    static final List<Kind> ALL = List.of(USER, ROLE, POLICY);

    String creating(String one) {
      return "Action=Create%s&%sName=%s%s".formatted(name, name, one, toMake);
    }

    String on(String verb, String one) {
      return "Action=%s%s&%s%s".formatted(verb, name, toRead, one);
    }
  }

  private final Random random = new Random(SEED);
  private final LoadedServer server;
  private final Caller root;
  private final Map<String, List<String>> times = new LinkedHashMap<>();
  private final List<String> spaces = new ArrayList<>();
  private int size;
  private int extra;

  private ScaleMeasurement(LoadedServer server) throws IOException {
    this.server = server;
    root = server.root();
  }

  private static String document(String name, String value, String action) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"%s\":%s,\"Action\":\"%s\"}}"
        .formatted(name, value, action)
        .replace("{", "%7B")
        .replace("}", "%7D")
        .replace("\"", "%22")
        .replace(":", "%3A")
        .replace("/", "%2F")
        .replace(",", "%2C")
        .replace("*", "%2A");
  }

  /// Measures.
  ///
  /// @param arguments `./claviger`, an empty folder, and the largest size if it is not 100,000
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int most = arguments.length > 2 ? Integer.parseInt(arguments[2]) : SIZES[SIZES.length - 1];
    try (LoadedServer server = LoadedServer.start(Path.of(arguments[0]), Path.of(arguments[1]))) {
      ScaleMeasurement measurement = new ScaleMeasurement(server);
      long empty = server.liveBytes();
      measurement.warmUp();
      for (int size : SIZES) {
        if (size <= most) {
          measurement.growTo(size);
          measurement.timeCalls();
          measurement.weigh(empty);
        }
      }
      measurement.print();
      System.out.printf("%nStart with all of them: %.1f s%n", server.restart());
    }
  }

  /// Calls before what is measured, so that the server's code is compiled by then.
  private void warmUp() throws IOException, InterruptedException {
    growTo(SIZES[0]);
    for (int round = 0; round < 3; round++) {
      timeCalls();
    }
    times.clear();
  }

  /// Makes users, roles and policies up to the size.
  private void growTo(int users) throws IOException, InterruptedException {
    long start = System.nanoTime();
    try (Clients clients = new Clients(server, WRITERS)) {
      for (Kind kind : Kind.ALL) {
        int from = size / kind.share();
        clients.callAll(
            users / kind.share() - from,
            n -> root.request(kind.creating(kind.prefix() + (from + n))));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.printf("%,d users, made in %.1f s%n", users, seconds);
    size = users;
  }

  private void timeCalls() throws IOException {
    try (Connection connection = server.connect()) {
      int first = extra;
      extra += SAMPLES;
      Caller reader = reader(connection);
      for (Kind kind : Kind.ALL) {
        time(connection, kind, reader, first);
      }
      time(
          connection,
          "UpdateUser",
          n ->
              root.request(
                  "Action=UpdateUser&NewPath=%2Fp" + first + "%2F&UserName=" + any(Kind.USER)));
      time(
          connection,
          "SimulatePrincipalPolicy",
          n ->
              root.request(
                  "Action=SimulatePrincipalPolicy&ActionNames.member.1=iam%3AGetUser&PolicySourceArn="
                      + "arn%3Aaws%3Aiam%3A%3A111122223333%3Auser%2Freader-"
                      + first));
    }
  }

  /// Makes, reads as a user who may, lists and deletes.
  private void time(Connection connection, Kind kind, Caller reader, int first) throws IOException {
    time(connection, "Create" + kind.name(), n -> root.request(kind.creating("x-" + (first + n))));
    time(connection, "Get" + kind.name(), n -> reader.request(kind.on("Get", any(kind))));
    time(
        connection,
        "List" + kind.plural() + ", first page of 100",
        n -> root.request("Action=List" + kind.plural() + "&MaxItems=" + PAGE));
    listAll(connection, kind);
    time(
        connection,
        "Delete" + kind.name(),
        n -> root.request(kind.on("Delete", "x-" + (first + n))));
  }

  private String any(Kind kind) {
    return kind.prefix() + random.nextInt(size / kind.share());
  }

  /// A new user who may read.
  private Caller reader(Connection connection) throws IOException {
    String name = "reader-" + (extra - SAMPLES);
    connection.call(root.request("Action=CreateUser&UserName=" + name));
    connection.call(
        root.request("Action=AttachUserPolicy&UserName=" + name + "&PolicyArn=" + READ_ONLY));
    String key = connection.call(root.request("Action=CreateAccessKey&UserName=" + name));
    return server.caller(
        CallsMeasurement.element(key, "AccessKeyId"),
        CallsMeasurement.element(key, "SecretAccessKey"));
  }

  private void time(Connection connection, String name, LongFunction<byte[]> request)
      throws IOException {
    long[] nanos = new long[SAMPLES];
    for (int n = 0; n < SAMPLES; n++) {
      byte[] bytes = request.apply(n);
      long start = System.nanoTime();
      connection.call(bytes);
      nanos[n] = System.nanoTime() - start;
    }
    row(name, nanos);
  }

  /// Turns all pages.
  private void listAll(Connection connection, Kind kind) throws IOException {
    List<Long> nanos = new ArrayList<>();
    String marker = "";
    do {
      byte[] request = root.request("Action=List" + kind.plural() + "&MaxItems=" + PAGE + marker);
      long start = System.nanoTime();
      String page = connection.call(request);
      nanos.add(System.nanoTime() - start);
      marker =
          page.contains("<IsTruncated>true")
              ? "&Marker="
                  + CallsMeasurement.element(page, "Marker")
                      .replace("=", "%3D")
                      .replace("+", "%2B")
                      .replace("/", "%2F")
              : "";
    } while (!marker.isEmpty());
    row(
        "List" + kind.plural() + ", every page of 100",
        nanos.stream().mapToLong(Long::longValue).toArray());
  }

  private void row(String name, long[] nanos) {
    Arrays.sort(nanos);
    String row =
        "%,d (%,d)"
            .formatted(nanos[nanos.length / 2] / 1_000, nanos[nanos.length * 99 / 100] / 1_000);
    System.err.printf("  %,d users, %s: %s µs%n", size, name, row);
    times.computeIfAbsent(name, _ -> new ArrayList<>()).add(row);
  }

  private void weigh(long empty) throws IOException, InterruptedException {
    long entities = Kind.ALL.stream().mapToLong(kind -> size / kind.share()).sum();
    long live = server.liveBytes() - empty;
    String row =
        "| %,d | %,d | %,d | %,d |"
            .formatted(size, live >> 20, live / entities, server.storedBytes() >> 20);
    System.err.println("  " + row);
    spaces.add(row);
  }

  private void print() {
    System.out.println("Microseconds a call, median (99 %), at so many users:\n");
    StringBuilder heading = new StringBuilder("| Call |");
    StringBuilder rule = new StringBuilder("|---|");
    for (int i = 0; i < spaces.size(); i++) {
      heading.append(" %,d |".formatted(SIZES[i]));
      rule.append("---|");
    }
    System.out.println(heading + "\n" + rule);
    times.forEach((name, cells) ->
        System.out.println("| " + name + " | " + String.join(" | ", cells) + " |"));
    System.out.println(
        "\n| Users | Heap, MiB | Bytes an entity | On disk, MiB |\n|---|---|---|---|");
    spaces.forEach(System.out::println);
  }
}

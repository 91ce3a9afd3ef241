package io.claviger.conformance.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures how many `GetUser` and durable `CreateUser` calls a second the server answers, and what
/// processor time each takes it.
final class CallsMeasurement {

  private static final int CLIENTS = 16;
  private static final int USERS = 1_000;
  private static final int ROUNDS = 5;

  /// Until the server's code is compiled, which takes longer where others use the processors.
  private static final int WARM_UP_CALLS = 200_000;

  private static final double ROUND_SECONDS = 5;

  private CallsMeasurement() {}

  /// Measures.
  ///
  /// @param arguments `./claviger`, an empty folder
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (LoadedServer server = LoadedServer.start(Path.of(arguments[0]), Path.of(arguments[1]));
        Clients clients = new Clients(server, CLIENTS)) {
      Caller root = server.root();
      clients.callAll(USERS, n -> root.request("Action=CreateUser&UserName=user-" + n));
      measure("GetUser", server, clients, reading(server, root));
      AtomicLong made = new AtomicLong();
      measure(
          "CreateUser",
          server,
          clients,
          () -> _ -> _ -> root.request("Action=CreateUser&UserName=new-" + made.getAndIncrement()));
    }
  }

  /// Requests of a user who may read, signed before each round.
  private static Round reading(LoadedServer server, Caller root) throws IOException {
    Caller reader;
    try (Connection connection = server.connect()) {
      connection.call(root.request("Action=CreateUser&UserName=reader"));
      connection.call(
          root.request(
              "Action=AttachUserPolicy&UserName=reader&PolicyArn="
                  + "arn%3Aaws%3Aiam%3A%3Aaws%3Apolicy%2FIAMReadOnlyAccess"));
      String key = connection.call(root.request("Action=CreateAccessKey&UserName=reader"));
      reader = server.caller(element(key, "AccessKeyId"), element(key, "SecretAccessKey"));
    }
    return () -> {
      List<byte[]> requests = new ArrayList<>();
      for (int n = 0; n < USERS; n++) {
        requests.add(reader.request("Action=GetUser&UserName=user-" + n));
      }
      return client -> n -> requests.get((int) ((client * 61L + n) % USERS));
    };
  }

  private interface Round {
    Clients.Load load();
  }

  private static void measure(String name, LoadedServer server, Clients clients, Round round)
      throws IOException, InterruptedException {
    Clients.Load warmUp = round.load();
    clients.callAll(WARM_UP_CALLS, n -> warmUp.of(0).apply(n));
    List<Double> perSecond = new ArrayList<>();
    List<Double> microseconds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      Clients.Load load = round.load();
      double processor = server.processorSeconds();
      long start = System.nanoTime();
      long calls = clients.call(ROUND_SECONDS, load);
      perSecond.add(calls * 1e9 / (System.nanoTime() - start));
      microseconds.add((server.processorSeconds() - processor) * 1e6 / calls);
    }
    System.out.printf("%s, %d clients: %s a second%n", name, CLIENTS, spread(perSecond));
    System.out.printf("  processor time of the server: %s µs a call%n", spread(microseconds));
  }

  /// The median, with the least and the most.
  private static String spread(List<Double> values) {
    Collections.sort(values);
    return "%,.0f (%,.0f–%,.0f)"
        .formatted(values.get(values.size() / 2), values.getFirst(), values.getLast());
  }

  static String element(String xml, String name) {
    Matcher text = Pattern.compile("<" + name + ">([^<]*)<").matcher(xml);
    if (!text.find()) {
      throw new IllegalArgumentException("no " + name + ": " + xml);
    }
    return text.group(1);
  }
}

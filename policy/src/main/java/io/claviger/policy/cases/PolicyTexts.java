package io.claviger.policy.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The `policies` of a case, each document as it is written: which kind a resource's policy is of
/// depends on the request, which may come later.
final class PolicyTexts {

  /// One level of an organization.
  record LevelText(String target, List<String> policies) {}

  private final CaseJson json;
  private @Nullable List<String> identity;
  private @Nullable List<String> group;
  private @Nullable List<String> boundary;
  private @Nullable List<String> session;
  private @Nullable List<String> vpcEndpoint;
  private @Nullable String resource;
  private @Nullable List<LevelText> scps;
  private @Nullable List<LevelText> rcps;

  private PolicyTexts(CaseJson json) {
    this.json = json;
  }

  static PolicyTexts read(CaseJson json) {
    PolicyTexts texts = new PolicyTexts(json);
    json.members("policies", texts::member);
    return texts;
  }

  private void member(String name) {
    if (json.isNull()) {
      return;
    }
    String what = "policies." + name;
    switch (name) {
      case "identity" -> identity = once(identity, what, this::documents);
      case "group" -> group = once(group, what, this::documents);
      case "boundary" -> boundary = once(boundary, what, this::documents);
      case "session" -> session = once(session, what, this::documents);
      case "vpcEndpoint" -> vpcEndpoint = once(vpcEndpoint, what, this::documents);
      case "resource" -> resource = once(resource, what, json::object);
      case "scps" -> scps = once(scps, what, this::levels);
      case "rcps" -> rcps = once(rcps, what, this::levels);
      default -> json.skip();
    }
  }

  /// Reads a value that is called so.
  private interface ValueReader<T> {
    T read(String what);
  }

  private static <T> T once(@Nullable T before, String what, ValueReader<T> reader) {
    if (before != null) {
      throw new BadCaseException(what + " is given twice");
    }
    return reader.read(what);
  }

  private List<String> documents(String what) {
    List<String> documents = new ArrayList<>();
    json.items(what, index -> documents.add(json.object(what + '[' + index + ']')));
    return documents;
  }

  private List<LevelText> levels(String what) {
    List<LevelText> levels = new ArrayList<>();
    json.items(what, index -> levels.add(level(what + '[' + index + ']')));
    return levels;
  }

  private LevelText level(String what) {
    List<String> targets = new ArrayList<>(1);
    List<List<String>> policies = new ArrayList<>(1);
    json.members(
        what,
        name -> {
          switch (name) {
            case "target" -> targets.add(json.string(what + ".target"));
            case "policies" -> policies.add(documents(what + ".policies"));
            default -> json.skip();
          }
        });
    if (targets.size() != 1 || policies.size() != 1) {
      throw new BadCaseException(what + " must have one target and one list of policies");
    }
    return new LevelText(targets.getFirst(), policies.getFirst());
  }

  List<String> identity() {
    return orNone(identity);
  }

  List<String> group() {
    return orNone(group);
  }

  List<String> boundary() {
    return orNone(boundary);
  }

  List<String> session() {
    return orNone(session);
  }

  List<String> vpcEndpoint() {
    return orNone(vpcEndpoint);
  }

  Optional<String> resource() {
    return Optional.ofNullable(resource);
  }

  List<LevelText> scps() {
    return orNone(scps);
  }

  List<LevelText> rcps() {
    return orNone(rcps);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}

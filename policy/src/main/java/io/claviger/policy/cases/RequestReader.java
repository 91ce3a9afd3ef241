package io.claviger.policy.cases;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.decide.Requester;
import io.claviger.policy.document.AsciiCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the `request` of a case.
final class RequestReader {

  private static final String ANONYMOUS = "anonymous";

  private final CaseJson json;
  private final Map<String, RequestContext.Value> context = new LinkedHashMap<>();
  private @Nullable PrincipalName principal;
  private @Nullable String principalAccount;
  private @Nullable String action;
  private @Nullable String resource;
  private @Nullable String resourceAccount;
  private boolean hasContext;

  /// A principal as written: one member of the object, or the lone word.
  private record PrincipalName(String type, String value) {}

  private RequestReader(CaseJson json) {
    this.json = json;
  }

  static Asked read(CaseJson json) {
    RequestReader reader = new RequestReader(json);
    json.members("request", reader::member);
    return reader.asked();
  }

  private void member(String name) {
    switch (name) {
      case "principal" -> principal = once(principal, name, principal());
      case "principalAccount" ->
          principalAccount = json.isNull() ? principalAccount : text(principalAccount, name);
      case "action" -> action = text(action, name);
      case "resource" -> resource = text(resource, name);
      case "resourceAccount" -> resourceAccount = text(resourceAccount, name);
      case "context" -> context();
      default -> json.skip();
    }
  }

  private String text(@Nullable String before, String name) {
    return once(before, name, json.string("request." + name));
  }

  private static <T> T once(@Nullable T before, String name, T value) {
    if (before != null) {
      throw new BadCaseException("request." + name + " is given twice");
    }
    return value;
  }

  private PrincipalName principal() {
    if (json.isString()) {
      return new PrincipalName(json.string("request.principal"), "");
    }
    List<PrincipalName> names = new ArrayList<>(1);
    json.members(
        "request.principal",
        type -> {
          switch (type) {
            case "AWS", "Service", "Federated", "CanonicalUser" ->
                names.add(new PrincipalName(type, json.string("request.principal." + type)));
            default -> json.skip();
          }
        });
    if (names.size() != 1) {
      throw new BadCaseException(
          "request.principal must have exactly one of AWS, Service, Federated and CanonicalUser");
    }
    return names.getFirst();
  }

  private void context() {
    if (hasContext) {
      throw new BadCaseException("request.context is given twice");
    }
    hasContext = true;
    if (!json.isNull()) {
      json.members("request.context", this::key);
    }
  }

  private void key(String name) {
    String what = "request.context " + name;
    if (!Quoted.isWellFormed(name)) {
      throw new BadCaseException(what + " has half a surrogate pair");
    }
    RequestContext.Value value = json.isList() ? values(what) : value(what);
    if (context.put(AsciiCase.lower(name), value) != null) {
      throw new BadCaseException(what + " is given twice; case makes no difference in key names");
    }
  }

  private RequestContext.Value value(String what) {
    if (!json.isString()) {
      throw new BadCaseException(what + " must be a string or a list of strings");
    }
    return new RequestContext.Value.Single(json.string(what));
  }

  private RequestContext.Value values(String what) {
    List<String> values = new ArrayList<>();
    json.items(what, _ -> values.add(json.string(what)));
    return new RequestContext.Value.Multi(values);
  }

  private Asked asked() {
    RequestContext keys = context.isEmpty() ? RequestContext.EMPTY : RequestContext.of(context);
    AccessRequest request =
        new AccessRequest(
            action(),
            resource(),
            account("resourceAccount", required("resourceAccount", resourceAccount)),
            keys);
    return new Asked(requester(required("principal", principal), keys), request);
  }

  private static <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw new BadCaseException("request." + name + " is missing");
    }
    return value;
  }

  private String action() {
    String text = required("action", action);
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new BadCaseException("request.action must be service:Name, not " + Quoted.of(text));
    }
    return text;
  }

  private String resource() {
    String text = required("resource", resource);
    if (!text.equals("*") && Arn.find(text).isEmpty()) {
      throw new BadCaseException("request.resource must be an ARN or *, not " + Quoted.of(text));
    }
    return text;
  }

  private static AccountId account(String name, String digits) {
    return AccountId.find(digits)
        .orElseThrow(() ->
            new BadCaseException(
                "request." + name + " must be 12 digits, not " + Quoted.of(digits)));
  }

  private Requester requester(PrincipalName name, RequestContext keys) {
    return switch (name.type()) {
      case "AWS" -> ofArn(name.value(), keys);
      case "Service" -> new Requester.Service(name.value());
      case "Federated" -> new Requester.Federated(name.value());
      case "CanonicalUser" -> new Requester.CanonicalUser(name.value());
      case ANONYMOUS -> new Requester.Anonymous();
      default ->
          throw new BadCaseException(
              "request.principal must be an object or \"anonymous\", not "
                  + Quoted.of(name.type()));
    };
  }

  private Requester ofArn(String text, RequestContext keys) {
    AccountId account =
        principalAccount == null ? null : account("principalAccount", principalAccount);
    return Arn.find(text)
        .flatMap(arn -> NamedPrincipal.find(arn, account, keys))
        .orElseThrow(() ->
            new BadCaseException(
                "request.principal.AWS must be the ARN of a user, a role, a session or an account's"
                    + " root, not "
                    + Quoted.of(text)));
  }
}

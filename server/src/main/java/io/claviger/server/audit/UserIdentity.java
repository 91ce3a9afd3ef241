package io.claviger.server.audit;

import io.claviger.access.Caller;
import io.claviger.access.CallerIdentity;
import io.claviger.access.Session;
import io.claviger.access.federation.FederatedIdentity;
import io.claviger.base.AccountId;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Who called, as CloudTrail's `userIdentity`.
///
/// AWS rule: CloudTrail User Guide, "CloudTrail userIdentity element".
public final class UserIdentity {

  private static final JsonFactory JSON = new JsonFactory();

  private UserIdentity() {}

  /// The element in JSON.
  ///
  /// @param caller null where authentication failed
  /// @param recipient whose trail it is for, or null for nobody's
  static String json(@Nullable Caller caller, @Nullable AccountId recipient) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      if (caller != null && recipient != null && isForeign(caller, recipient)) {
        foreign(json, CallerIdentity.of(caller).orElseThrow());
      } else {
        known(json, caller);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private static boolean isForeign(Caller caller, AccountId recipient) {
    return caller.accountId().filter(own -> !own.equals(recipient)).isPresent();
  }

  /// Another account is told who it was, but no name.
  ///
  /// AWS rule: IAM User Guide, "Logging IAM and AWS STS API calls with AWS CloudTrail", "Example
  /// AWS STS API events in CloudTrail log".
  private static void foreign(JsonGenerator json, CallerIdentity identity) {
    json.writeStringProperty("type", "AWSAccount");
    json.writeStringProperty("principalId", identity.userId());
    json.writeStringProperty("accountId", identity.account().digits());
  }

  private static void known(JsonGenerator json, @Nullable Caller caller) {
    switch (caller) {
      case null -> json.writeStringProperty("type", "Unknown");
      case Caller.Anonymous _ -> json.writeStringProperty("type", "Unknown");
      case Caller.Root root -> principal(json, "Root", root, root.accessKeyId());
      case Caller.IamUser user -> {
        principal(json, "IAMUser", user, user.accessKeyId());
        String resource = user.arn().resource();
        json.writeStringProperty("userName", resource.substring(resource.lastIndexOf('/') + 1));
      }
      case Caller.RoleSession role -> principal(json, "AssumedRole", role, role.accessKeyId());
      case Caller.FederatedUser user -> principal(json, "FederatedUser", user, user.accessKeyId());
      case Caller.Federated federated -> vouchedFor(json, federated.identity());
    }
    if (caller != null && caller.session() != null) {
      sessionContext(json, caller.session());
      invokedByDelegate(json, caller.session());
    }
  }

  /// The partner that acts in a session that was delegated to it.
  ///
  /// AWS rule: IAM User Guide, "IAM temporary delegation", "CloudTrail".
  private static void invokedByDelegate(JsonGenerator json, Session session) {
    AccountId delegate = session.delegate();
    if (delegate != null) {
      json.writeObjectPropertyStart("invokedByDelegate");
      json.writeStringProperty("accountId", delegate.digits());
      json.writeEndObject();
    }
  }

  /// Somebody at the command line of the server's own machine.
  ///
  /// @param name the operating system's name of the user
  public static String operator(String name) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("type", "Operator");
      json.writeStringProperty("userName", name);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void principal(
      JsonGenerator json, String type, Caller caller, String accessKeyId) {
    CallerIdentity identity = CallerIdentity.of(caller).orElseThrow();
    json.writeStringProperty("type", type);
    json.writeStringProperty("principalId", identity.userId());
    json.writeStringProperty("arn", identity.arn().toString());
    json.writeStringProperty("accountId", identity.account().digits());
    json.writeStringProperty("accessKeyId", accessKeyId);
  }

  private static void vouchedFor(JsonGenerator json, FederatedIdentity identity) {
    String type =
        switch (identity.kind()) {
          case WEB_IDENTITY -> "WebIdentityUser";
          case SAML -> "SAMLUser";
        };
    json.writeStringProperty("type", type);
    json.writeStringProperty("principalId", identity.principalId());
    json.writeStringProperty("userName", identity.subject());
    json.writeStringProperty("identityProvider", identity.provider());
  }

  private static String issuerType(Session session) {
    if (session.isOfRole()) {
      return "Role";
    }
    return session.isOfRoot() ? "Root" : "IAMUser";
  }

  private static void sessionContext(JsonGenerator json, Session session) {
    json.writeObjectPropertyStart("sessionContext");
    if (session.kind() != Session.Kind.SESSION_TOKEN) {
      json.writeObjectPropertyStart("sessionIssuer");
      json.writeStringProperty("type", issuerType(session));
      json.writeStringProperty("principalId", session.principalId());
      json.writeStringProperty("arn", session.principalArn().toString());
      json.writeStringProperty("accountId", session.account().digits());
      json.writeEndObject();
    }
    json.writeObjectPropertyStart("attributes");
    json.writeStringProperty("creationDate", session.issuedAt().toString());
    json.writeStringProperty("mfaAuthenticated", Boolean.toString(session.hasMfa()));
    json.writeEndObject();
    if (session.sourceIdentity() != null) {
      json.writeStringProperty("sourceIdentity", session.sourceIdentity());
    }
    json.writeEndObject();
  }
}

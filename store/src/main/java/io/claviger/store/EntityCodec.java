package io.claviger.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.claviger.account.AccessKey;
import io.claviger.account.AccessReport;
import io.claviger.account.AccountSettings;
import io.claviger.account.AuditEvent;
import io.claviger.account.CredentialReport;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.Delegation;
import io.claviger.account.DelegationRequest;
import io.claviger.account.Entity;
import io.claviger.account.EntityKind;
import io.claviger.account.Group;
import io.claviger.account.InstanceProfile;
import io.claviger.account.LoginProfile;
import io.claviger.account.MfaDevice;
import io.claviger.account.OidcProvider;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.PackedText;
import io.claviger.account.Quota;
import io.claviger.account.Quotas;
import io.claviger.account.Role;
import io.claviger.account.RoleDeletionTask;
import io.claviger.account.SamlProvider;
import io.claviger.account.ServerCertificate;
import io.claviger.account.ServiceSpecificCredential;
import io.claviger.account.SigningCertificate;
import io.claviger.account.SshPublicKey;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// The stored form of entities and audit events: JSON with a record's components in their order,
/// absent ones left out.
///
/// The names of the components are therefore part of the stored form. A form that cannot be read to
/// the last field is refused: an unknown field may be a restriction that a newer version has put
/// there. Everything beyond ASCII is escaped, so that even half a surrogate pair comes back as it
/// was.
final class EntityCodec {

  private final JsonMapper mapper = mapper();

  String write(Entity entity) {
    return mapper.writeValueAsString(entity);
  }

  String write(AuditEvent event) {
    return mapper.writeValueAsString(event);
  }

  /// @throws StoreFailure if it is not the stored form of an entity of this kind
  Entity readEntity(EntityKind kind, String json) {
    return read(typeOf(kind), json);
  }

  /// @throws StoreFailure if it is not the stored form of an event
  AuditEvent readEvent(String json) {
    return read(AuditEvent.class, json);
  }

  private <T> T read(Class<T> type, String json) {
    try {
      T value = mapper.readValue(json, type);
      if (value == null) {
        throw new StoreFailure("Not a stored " + type.getSimpleName() + ": null");
      }
      return value;
    } catch (JacksonException e) {
      throw new StoreFailure(
          "Not a stored " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  private static Class<? extends Entity> typeOf(EntityKind kind) {
    return switch (kind) {
      case ACCOUNT_SETTINGS -> AccountSettings.class;
      case USER -> User.class;
      case GROUP -> Group.class;
      case ROLE -> Role.class;
      case CUSTOMER_POLICY -> CustomerPolicy.class;
      case INSTANCE_PROFILE -> InstanceProfile.class;
      case ACCESS_KEY -> AccessKey.class;
      case LOGIN_PROFILE -> LoginProfile.class;
      case MFA_DEVICE -> MfaDevice.class;
      case SERVER_CERTIFICATE -> ServerCertificate.class;
      case SIGNING_CERTIFICATE -> SigningCertificate.class;
      case OIDC_PROVIDER -> OidcProvider.class;
      case SAML_PROVIDER -> SamlProvider.class;
      case SSH_PUBLIC_KEY -> SshPublicKey.class;
      case SERVICE_SPECIFIC_CREDENTIAL -> ServiceSpecificCredential.class;
      case ROLE_DELETION_TASK -> RoleDeletionTask.class;
      case CREDENTIAL_REPORT -> CredentialReport.class;
      case ACCESS_REPORT -> AccessReport.class;
      case OUTBOUND_ISSUER -> OutboundIssuer.class;
      case DELEGATION_REQUEST -> DelegationRequest.class;
      case DELEGATION -> Delegation.class;
    };
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder(
            JsonFactory.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .withCoercionConfig(
            LogicalType.Textual,
            texts ->
                texts
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        // Else `isEmpty()` of a record would be stored beside its components.
        .changeDefaultVisibility(checker ->
            checker.withVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE))
        .changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
        .annotationIntrospector(new RequiredUnlessNullable())
        .addModule(new SimpleModule().addDeserializer(Instant.class, new InstantForm()))
        .addMixIn(Arn.class, ArnForm.class)
        .addMixIn(AccountId.class, AccountIdForm.class)
        .addMixIn(PackedText.class, PackedTextForm.class)
        .addMixIn(Quotas.class, QuotasForm.class)
        .addMixIn(Tags.class, TagsForm.class)
        .build();
  }

  /// An ARN is stored as its text.
  private abstract static class ArnForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Arn parse(String text) {
      return Arn.parse(text);
    }

    @Override
    @JsonValue
    public abstract String toString();
  }

  /// An account id is stored as its digits.
  @SuppressWarnings("UnusedVariable") // Only the parameter's type counts in a mix-in.
  private abstract static class AccountIdForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    AccountIdForm(String digits) {}

    @JsonValue
    abstract String digits();
  }

  /// A packed text is stored as it is packed.
  @SuppressWarnings("UnusedVariable") // Only the parameter's type counts in a mix-in.
  private abstract static class PackedTextForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    PackedTextForm(String packed) {}

    @JsonValue
    abstract String packed();
  }

  /// Quotas are stored as a map, by the names of the constants.
  @SuppressWarnings("UnusedVariable") // Only the parameter's type counts in a mix-in.
  private abstract static class QuotasForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    QuotasForm(Map<Quota, Integer> adjusted) {}

    @JsonValue
    abstract Map<Quota, Integer> adjusted();
  }

  /// Tags are stored as a list.
  @SuppressWarnings("UnusedVariable") // Only the parameter's type counts in a mix-in.
  private abstract static class TagsForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    TagsForm(List<Tags.Tag> all) {}

    @JsonValue
    abstract List<Tags.Tag> all();
  }
}

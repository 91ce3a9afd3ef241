package io.claviger.service.iam.servicecredential;

import io.claviger.account.Change;
import io.claviger.account.ServiceSpecificCredential;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.owned.CredentialKind;
import io.claviger.service.iam.owned.CredentialStatus;
import io.claviger.wire.ServiceError;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.ServiceSpecificCredentialMetadata;

/// Service-specific credentials as requests name them and answers have them.
final class ServiceCredentials {

  /// The condition key with the service that a credential is for.
  static final String SERVICE_KEY = "iam:ServiceSpecificCredentialServiceName";

  static final CredentialKind<ServiceSpecificCredential> KIND =
      new CredentialKind<>() {

        @Override
        public Class<ServiceSpecificCredential> type() {
          return ServiceSpecificCredential.class;
        }

        @Override
        public ServiceError missing(String id) {
          return ServiceCredentialErrors.noSuchCredential(id);
        }

        @Override
        public Change removal(ServiceSpecificCredential credential) {
          return Change.remove(credential.key()).andErase(ServiceSecret.name(credential));
        }

        @Override
        public AccessRequest about(ServiceSpecificCredential credential, AccessRequest access) {
          return IamResources.with(access, SERVICE_KEY, credential.service());
        }
      };

  private ServiceCredentials() {}

  /// The credential with its secret, as only its making and resetting answer.
  static software.amazon.awssdk.services.iam.model.ServiceSpecificCredential shown(
      ServiceSpecificCredential credential, String userName, ServiceSecret secret, Instant now) {
    var shown =
        software.amazon.awssdk.services.iam.model.ServiceSpecificCredential.builder()
            .createDate(credential.created())
            .expirationDate(credential.expires())
            .serviceName(credential.service())
            .serviceSpecificCredentialId(credential.id())
            .userName(userName)
            .status(status(credential, now));
    String text = secret.shown().reveal();
    return CredentialService.require(credential.service()).takesApiKeys()
        ? shown.serviceCredentialAlias(credential.alias()).serviceCredentialSecret(text).build()
        : shown.serviceUserName(credential.alias()).servicePassword(text).build();
  }

  /// The credential as lists have it.
  static ServiceSpecificCredentialMetadata listed(
      ServiceSpecificCredential credential, @Nullable String userName, Instant now) {
    var shown =
        ServiceSpecificCredentialMetadata.builder()
            .createDate(credential.created())
            .expirationDate(credential.expires())
            .serviceName(credential.service())
            .serviceSpecificCredentialId(credential.id())
            .userName(userName)
            .status(status(credential, now));
    return CredentialService.require(credential.service()).takesApiKeys()
        ? shown.serviceCredentialAlias(credential.alias()).build()
        : shown.serviceUserName(credential.alias()).build();
  }

  private static String status(ServiceSpecificCredential credential, Instant now) {
    return credential.isExpired(now) ? "Expired" : CredentialStatus.of(credential);
  }
}

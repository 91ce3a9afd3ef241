package io.claviger.account;

/// An entity that can be tagged.
public sealed interface Tagged extends Entity
    permits CustomerPolicy,
        InstanceProfile,
        MfaDevice,
        OidcProvider,
        Role,
        SamlProvider,
        ServerCertificate,
        User {

  Tags tags();

  Tagged withTags(Tags tags);
}

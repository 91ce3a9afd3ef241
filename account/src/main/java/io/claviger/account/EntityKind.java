package io.claviger.account;

/// The kinds of [Entity]. The names are part of the stored form.
public enum EntityKind {
  ACCOUNT_SETTINGS,
  USER,
  GROUP,
  ROLE,
  CUSTOMER_POLICY,
  INSTANCE_PROFILE,
  ACCESS_KEY,
  LOGIN_PROFILE,
  MFA_DEVICE,
  SERVER_CERTIFICATE,
  SIGNING_CERTIFICATE,
  OIDC_PROVIDER,
  SAML_PROVIDER,
  SSH_PUBLIC_KEY,
  SERVICE_SPECIFIC_CREDENTIAL
}

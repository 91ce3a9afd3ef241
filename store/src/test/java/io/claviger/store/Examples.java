package io.claviger.store;

import static io.claviger.store.Samples.NOW;
import static io.claviger.store.Samples.ONE;

import io.claviger.account.AccessKey;
import io.claviger.account.AccessReport;
import io.claviger.account.AccountSettings;
import io.claviger.account.AuditEvent;
import io.claviger.account.CredentialReport;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.CustomerPolicy.PolicyVersion;
import io.claviger.account.Delegation;
import io.claviger.account.DelegationRequest;
import io.claviger.account.Entity;
import io.claviger.account.EntityKind;
import io.claviger.account.Group;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.InstanceProfile;
import io.claviger.account.LoginProfile;
import io.claviger.account.MfaDevice;
import io.claviger.account.OidcProvider;
import io.claviger.account.OutboundIssuer;
import io.claviger.account.PackedText;
import io.claviger.account.PasswordPolicy;
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
import io.claviger.account.Tags.Tag;
import io.claviger.account.TokenVersion;
import io.claviger.account.User;
import io.claviger.base.Arn;
import java.util.List;
import java.util.Map;

/// One entity of every kind with nothing left out, as `golden/` holds them.
final class Examples {

  private static final Arn READ_ONLY = Arn.parse("arn:aws:iam::aws:policy/ReadOnlyAccess");
  private static final Arn OWN = Arn.parse("arn:aws:iam::111122223333:policy/team/Limit");
  private static final String DOCUMENT =
      "{\"Version\":\"2012-10-17\",\n \"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\"}]}";
  private static final Tags TAGS =
      new Tags(List.of(new Tag("team", "Zürich"), new Tag("Cost Center", "")));
  private static final IdentityPolicies POLICIES =
      IdentityPolicies.NONE
          .attach(READ_ONLY)
          .attach(OWN)
          .putInline("second", "{}")
          .putInline("first", DOCUMENT);

  private Examples() {}

  static Entity of(EntityKind kind) {
    return switch (kind) {
      case ACCOUNT_SETTINGS -> accountSettings();
      case USER -> user();
      case GROUP -> new Group("AGPAEXAMPLE", "/", "Admins", NOW, POLICIES);
      case ROLE -> role();
      case CUSTOMER_POLICY -> customerPolicy();
      case INSTANCE_PROFILE ->
          new InstanceProfile("AIPAEXAMPLE", "/", "Web", NOW, TAGS, "AROAEXAMPLE");
      case ACCESS_KEY -> new AccessKey("AKIAEXAMPLE", "AIDAEXAMPLE", false, NOW);
      case LOGIN_PROFILE -> new LoginProfile("AIDAEXAMPLE", NOW, true, NOW.plusSeconds(60));
      case MFA_DEVICE ->
          new MfaDevice("/", "bob-phone", NOW, TAGS, "AIDAEXAMPLE", NOW.plusSeconds(60), 4);
      case SERVER_CERTIFICATE -> serverCertificate();
      case SIGNING_CERTIFICATE -> signingCertificate();
      case OIDC_PROVIDER -> oidcProvider();
      case SAML_PROVIDER -> samlProvider();
      case SSH_PUBLIC_KEY -> sshPublicKey();
      case SERVICE_SPECIFIC_CREDENTIAL -> serviceSpecificCredential();
      case ROLE_DELETION_TASK ->
          new RoleDeletionTask(
              "task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/6b9e0c2c", NOW);
      // What `PackedText.of("S iam\n")` gives.
      case ACCESS_REPORT ->
          new AccessReport(
              "019b7b5e-0000-7000-8000-000000000000",
              "AIDAEXAMPLE",
              NOW,
              true,
              new PackedText("eJwLVshMzOUCAAZDAbU="));
      case DELEGATION_REQUEST -> delegationRequest();
      case DELEGATION -> delegation();
      // What `PackedText.of("user,arn")` gives.
      case CREDENTIAL_REPORT ->
          new CredentialReport(NOW, new PackedText("eJwrLU4t0kksygMADpIDLQ=="));
      case OUTBOUND_ISSUER -> outboundIssuer();
    };
  }

  private static DelegationRequest delegationRequest() {
    return new DelegationRequest(
        "444455556666-6b9e0c2c-0a4b-4c1c-9a5e-1f1f1f1f1f1f",
        Samples.TWO,
        "Acme",
        NOW,
        ONE,
        "sets up monitoring",
        "arn:aws:iam::partner:delegation-template/acme.example/Monitoring_2026_01_01",
        List.of(
            new DelegationRequest.Parameter("bucketName", List.of("logs"), false),
            new DelegationRequest.Parameter("roleNames", List.of("a", "b"), true)),
        DOCUMENT,
        "workflow-7",
        "once more",
        "https://acme.example/done",
        "arn:aws:sns:eu-central-1:444455556666:acme",
        3_600,
        true);
  }

  private static Entity delegation() {
    Arn session = Arn.parse("arn:aws:sts::111122223333:assumed-role/Admin/ann");
    return new Delegation(
        delegationRequest(),
        NOW.plusSeconds(30),
        new Delegation.Identity("AIDAEXAMPLE", Arn.parse("arn:aws:iam::111122223333:user/eng/bob")),
        Delegation.State.REJECTED,
        NOW.plusSeconds(60),
        new Delegation.Approver(
            new Delegation.Identity("AROAEXAMPLE", session),
            Arn.parse("arn:aws:iam::111122223333:role/Admin"),
            "ann",
            TAGS,
            List.of("team"),
            "ann@example.com",
            "idp.example.com",
            Map.of("idp.example.com:sub", "ann")),
        "please look",
        "not now");
  }

  private static Entity accountSettings() {
    return new AccountSettings(
        NOW,
        "acme",
        new PasswordPolicy(14, true, true, false, true, false, 90, 5, true),
        Quotas.AWS_DEFAULTS.with(Quota.ROLES, 5_000).with(Quota.USERS, 100_000),
        TokenVersion.V2);
  }

  static OutboundIssuer outboundIssuer() {
    return new OutboundIssuer(
            "6b9e0c2c-1f3a-4c59-8f0e-6f7b1c2d3e4f",
            NOW,
            true,
            List.of(
                new OutboundIssuer.SigningKey(
                    "RSA_0", OutboundIssuer.Algorithm.RS256, "MIIB", NOW, NOW.plusSeconds(60))))
        .withKey(
            new OutboundIssuer.SigningKey(
                "EC384_1", OutboundIssuer.Algorithm.ES384, "MHYw", NOW.plusSeconds(60), null));
  }

  private static Entity user() {
    return new User(
        "AIDAEXAMPLE",
        "/eng/",
        "bob",
        NOW,
        TAGS,
        OWN,
        POLICIES,
        List.of("AGPAEXAMPLE2", "AGPAEXAMPLE1"));
  }

  private static Entity role() {
    return new Role(
        "AROAEXAMPLE",
        "/service-role/",
        "Lambda",
        NOW,
        TAGS,
        OWN,
        POLICIES,
        DOCUMENT,
        List.of(
            new Role.TrustedPrincipal(
                "AIDAEXAMPLE", Arn.parse("arn:aws:iam::111122223333:user/eng/bob"))),
        "runs ‹things›",
        7200);
  }

  private static Entity customerPolicy() {
    return new CustomerPolicy(
        "ANPAEXAMPLE",
        "/team/",
        "Limit",
        NOW,
        TAGS,
        "what the team may do",
        NOW.plusSeconds(60),
        List.of(
            new PolicyVersion(2, "{}", NOW), new PolicyVersion(4, DOCUMENT, NOW.plusSeconds(60))),
        2,
        4);
  }

  private static Entity oidcProvider() {
    return new OidcProvider(
        "idp.example.com/id/7",
        NOW,
        TAGS,
        List.of("sts.amazonaws.com", "my app"),
        List.of("990F4193972F2BECF12DDEDA5237F9C952F20D9E"));
  }

  private static Entity samlProvider() {
    return new SamlProvider(
        "ADFS",
        "SAMLSPEXAMPLE",
        NOW,
        TAGS,
        "<EntityDescriptor entityID=\"http://idp.example.com/ü\"/>\n",
        NOW.plusSeconds(60),
        SamlProvider.Encryption.REQUIRED,
        List.of(new SamlProvider.PrivateKey("SAMLPKEXAMPLE", NOW.plusSeconds(30))));
  }

  private static Entity serverCertificate() {
    return new ServerCertificate(
        "ASCAEXAMPLE",
        "/cloudfront/",
        "www",
        NOW,
        TAGS,
        "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----\nBAUG\n-----END CERTIFICATE-----",
        NOW.plusSeconds(60));
  }

  private static Entity sshPublicKey() {
    return new SshPublicKey(
        "APKAEXAMPLE",
        "AIDAEXAMPLE",
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB",
        "7a:1d:ea:9e:b0:80:ac:f8:ec:d8:dc:e6:a7:2c:fc:51",
        false,
        NOW);
  }

  private static Entity serviceSpecificCredential() {
    return new ServiceSpecificCredential(
        "ACCAEXAMPLE",
        "AIDAEXAMPLE",
        "bedrock.amazonaws.com",
        "bob+1-at-111122223333",
        false,
        NOW,
        NOW.plusSeconds(60));
  }

  private static Entity signingCertificate() {
    return new SigningCertificate(
        "CERTIFICATEEXAMPLE",
        "AIDAEXAMPLE",
        "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----",
        "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81",
        false,
        NOW);
  }

  static AuditEvent event() {
    return new AuditEvent(
        "6b9e0c2c-0a4b-4c1c-9a5e-1f1f1f1f1f1f",
        NOW.plusMillis(250),
        ONE,
        "{\"type\":\"IAMUser\",\"userName\":\"bob\"}",
        "iam.amazonaws.com",
        "CreateUser",
        "us-east-1",
        "127.0.0.1",
        "aws-cli/2.9.19",
        "2d0f3f6e-0000-4000-8000-000000000000",
        "0a1b2c3d-0000-4000-8000-000000000000",
        false,
        "{\"userName\":\"eve\"}",
        "{\"user\":{}}",
        "AccessDenied",
        "not authorized",
        "IDENTITY");
  }
}

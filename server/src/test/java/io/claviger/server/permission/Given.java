package io.claviger.server.permission;

import io.claviger.testkit.TestCertificates;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/// What root makes for the samples. All of it stands under the path `/team/`, which the resources
/// in the samples therefore show.
final class Given {

  static final String PATH = "/team/";
  static final String PASSWORD = "Old-Passw0rd!";
  static final String OWN_POLICY = "policy/team/Own";
  static final String DEVICE = "mfa/team/phone";
  static final List<Tag> TAGS = List.of(Tag.builder().key("Cost").value("7").build());
  static final String DOCUMENT =
      Policies.of(List.of(Policies.statement("Allow", "Action", "s3:ListBucket", "*")));

  /// Valid whenever tests run.
  static final TestCertificates.Issued CERTIFICATE =
      new TestCertificates(Instant.EPOCH)
          .selfSigned(
              "www",
              TestCertificates.keys("RSA", 1_024),
              Instant.EPOCH,
              Instant.parse("2200-01-01T00:00:00Z"));

  static final String CODECOMMIT = "codecommit.amazonaws.com";

  /// An RSA public key in PEM.
  static final String SSH_KEY =
      TestCertificates.publicKeyPem(TestCertificates.keys("RSA", 2_048).getPublic());

  private Given() {}

  static void bob(Actor root) {
    root.iam().createUser(in -> in.userName("bob").path(PATH));
  }

  static void devs(Actor root) {
    root.iam().createGroup(in -> in.groupName("Devs").path(PATH));
  }

  static void bobInDevs(Actor root) {
    bob(root);
    devs(root);
    root.iam().addUserToGroup(in -> in.userName("bob").groupName("Devs"));
  }

  static void app(Actor root) {
    root.iam()
        .createRole(in ->
            in.roleName("app")
                .path(PATH)
                .assumeRolePolicyDocument(Policies.trusting(root.account())));
  }

  static void serviceLinkedRole(Actor root) {
    root.iam().createServiceLinkedRole(in -> in.awsServiceName("ecs.amazonaws.com"));
  }

  /// A task's id.
  static String deletionOfServiceLinkedRole(Actor root) {
    serviceLinkedRole(root);
    return root.iam()
        .deleteServiceLinkedRole(in -> in.roleName("AWSServiceRoleForECS"))
        .deletionTaskId();
  }

  static void host(Actor root) {
    root.iam().createInstanceProfile(in -> in.instanceProfileName("host").path(PATH));
  }

  static void appInHost(Actor root) {
    app(root);
    host(root);
    root.iam().addRoleToInstanceProfile(in -> in.instanceProfileName("host").roleName("app"));
  }

  static void own(Actor root) {
    root.iam().createPolicy(in -> in.policyName("Own").path(PATH).policyDocument(DOCUMENT));
  }

  /// A second version of the policy, which is not its default.
  static void ownTwice(Actor root) {
    own(root);
    root.iam()
        .createPolicyVersion(in -> in.policyArn(root.arn(OWN_POLICY)).policyDocument(DOCUMENT));
  }

  static void bobsPassword(Actor root) {
    bob(root);
    root.iam().createLoginProfile(in -> in.userName("bob").password(PASSWORD));
  }

  static void callersPassword(Actor root) {
    root.iam().createLoginProfile(in -> in.userName(Stage.CALLER).password(PASSWORD));
  }

  /// A new user bob with an access key, whose id this is.
  static String bobsKey(Actor root) {
    bob(root);
    return root.iam().createAccessKey(in -> in.userName("bob")).accessKey().accessKeyId();
  }

  /// A new device, whose seed this is.
  static String device(Actor root) {
    VirtualMFADevice made =
        root.iam()
            .createVirtualMFADevice(in -> in.virtualMFADeviceName("phone").path(PATH))
            .virtualMFADevice();
    return made.base32StringSeed().asUtf8String();
  }

  /// A device that is enabled for a new user bob, and whose seed this is.
  static String bobsDevice(Actor root) {
    bob(root);
    String seed = device(root);
    Premises.MfaCodePair codes = root.premises().nextCodes(seed);
    root.iam()
        .enableMFADevice(in ->
            in.userName("bob")
                .serialNumber(root.arn(DEVICE))
                .authenticationCode1(codes.first())
                .authenticationCode2(codes.second()));
    return seed;
  }

  static void serverCertificate(Actor root) {
    root.iam()
        .uploadServerCertificate(in ->
            in.serverCertificateName("www")
                .path(PATH)
                .certificateBody(CERTIFICATE.pem())
                .privateKey(CERTIFICATE.keyPem()));
  }

  /// A new user bob with a signing certificate, whose id this is.
  static String bobsCertificate(Actor root) {
    bob(root);
    return root.iam()
        .uploadSigningCertificate(in -> in.userName("bob").certificateBody(CERTIFICATE.pem()))
        .certificate()
        .certificateId();
  }

  /// A new user bob with an SSH public key, whose id this is.
  static String bobsSshKey(Actor root) {
    bob(root);
    return root.iam()
        .uploadSSHPublicKey(in -> in.userName("bob").sshPublicKeyBody(SSH_KEY))
        .sshPublicKey()
        .sshPublicKeyId();
  }

  /// A new user bob with a password for CodeCommit, whose id this is.
  static String bobsServicePassword(Actor root) {
    bob(root);
    return root.iam()
        .createServiceSpecificCredential(in -> in.userName("bob").serviceName(CODECOMMIT))
        .serviceSpecificCredential()
        .serviceSpecificCredentialId();
  }

  static void outboundFederation(Actor root) {
    root.iam().enableOutboundWebIdentityFederation(_ -> {});
  }

  static void passwordPolicy(Actor root) {
    root.iam().updateAccountPasswordPolicy(in -> in.minimumPasswordLength(9));
  }

  /// An alias is taken in all accounts, so each has its own.
  static String aliasOf(Actor actor) {
    return "acme-" + actor.account();
  }

  static void alias(Actor root) {
    root.iam().createAccountAlias(in -> in.accountAlias(aliasOf(root)));
  }
}

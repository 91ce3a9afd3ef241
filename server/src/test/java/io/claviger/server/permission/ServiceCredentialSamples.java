package io.claviger.server.permission;

import static io.claviger.server.permission.Given.CODECOMMIT;
import static io.claviger.server.permission.Given.SSH_KEY;

import java.util.List;
import software.amazon.awssdk.services.iam.model.EncodingType;
import software.amazon.awssdk.services.iam.model.StatusType;

/// What users present to services that take no signatures: SSH public keys and service-specific
/// credentials.
final class ServiceCredentialSamples {

  private static final String BOB = "user/team/bob";

  private ServiceCredentialSamples() {}

  static List<Sample> sshKeys() {
    return List.of(
        Sample.of(
                "UploadSSHPublicKey " + BOB,
                by ->
                    by.iam().uploadSSHPublicKey(in -> in.userName("bob").sshPublicKeyBody(SSH_KEY)))
            .given(Given::bob),
        Sample.of(
            "GetSSHPublicKey " + BOB,
            Given::bobsSshKey,
            (id, by) ->
                by.iam()
                    .getSSHPublicKey(
                        in -> in.userName("bob").sshPublicKeyId(id).encoding(EncodingType.PEM))),
        Sample.of(
                "ListSSHPublicKeys " + BOB,
                by -> by.iam().listSSHPublicKeys(in -> in.userName("bob")))
            .given(Given::bob),
        Sample.of("ListSSHPublicKeys user/carol", by -> by.iam().listSSHPublicKeys()),
        Sample.of(
            "UpdateSSHPublicKey " + BOB,
            Given::bobsSshKey,
            (id, by) ->
                by.iam()
                    .updateSSHPublicKey(
                        in -> in.userName("bob").sshPublicKeyId(id).status(StatusType.INACTIVE))),
        Sample.of(
            "DeleteSSHPublicKey " + BOB,
            Given::bobsSshKey,
            (id, by) -> by.iam().deleteSSHPublicKey(in -> in.userName("bob").sshPublicKeyId(id))));
  }

  static List<Sample> passwords() {
    return List.of(
        Sample.of(
                "CreateServiceSpecificCredential " + BOB,
                by ->
                    by.iam()
                        .createServiceSpecificCredential(
                            in -> in.userName("bob").serviceName(CODECOMMIT)))
            .given(Given::bob),
        Sample.of(
                "ListServiceSpecificCredentials " + BOB,
                by -> by.iam().listServiceSpecificCredentials(in -> in.userName("bob")))
            .given(Given::bob),
        Sample.of(
            "ListServiceSpecificCredentials user/carol",
            by -> by.iam().listServiceSpecificCredentials(_ -> {})),
        Sample.of(
            "ListServiceSpecificCredentials user/",
            by ->
                by.iam()
                    .listServiceSpecificCredentials(
                        in -> in.allUsers(true).serviceName(CODECOMMIT))),
        Sample.of(
            "UpdateServiceSpecificCredential " + BOB,
            Given::bobsServicePassword,
            (id, by) ->
                by.iam()
                    .updateServiceSpecificCredential(in ->
                        in.userName("bob")
                            .serviceSpecificCredentialId(id)
                            .status(StatusType.INACTIVE))),
        Sample.of(
            "ResetServiceSpecificCredential " + BOB,
            Given::bobsServicePassword,
            (id, by) ->
                by.iam()
                    .resetServiceSpecificCredential(
                        in -> in.userName("bob").serviceSpecificCredentialId(id))),
        Sample.of(
            "DeleteServiceSpecificCredential " + BOB,
            Given::bobsServicePassword,
            (id, by) ->
                by.iam()
                    .deleteServiceSpecificCredential(
                        in -> in.userName("bob").serviceSpecificCredentialId(id))));
  }
}

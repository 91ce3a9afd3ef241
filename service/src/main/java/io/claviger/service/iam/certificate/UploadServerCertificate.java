package io.claviger.service.iam.certificate;

import io.claviger.account.Account;
import io.claviger.account.Change;
import io.claviger.account.EntityKind;
import io.claviger.account.Ids;
import io.claviger.account.Quota;
import io.claviger.account.ServerCertificate;
import io.claviger.account.Tags;
import io.claviger.account.View;
import io.claviger.base.SecretText;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.service.Call;
import io.claviger.service.Outcome;
import io.claviger.service.WriteOperation;
import io.claviger.service.iam.IamQuotas;
import io.claviger.service.iam.IamResources;
import io.claviger.service.iam.IamTags;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UploadServerCertificateResponse;

/// Takes in a certificate for servers with its private key, which nobody is ever shown again.
///
/// Permissions: `iam:UploadServerCertificate` on the new certificate; with tags also
/// `iam:TagServerCertificate`.
record UploadServerCertificate()
    implements WriteOperation<UploadServerCertificateRequest, UploadServerCertificateResponse> {

  @Override
  public Class<UploadServerCertificateRequest> input() {
    return UploadServerCertificateRequest.class;
  }

  @Override
  public Call prepare(UploadServerCertificateRequest input, Call call, View view) {
    return call.withPrepared(
        CheckedMaterial.ofServer(
            input.certificateBody(), input.privateKey(), input.certificateChain(), call.now()));
  }

  @Override
  public List<AccessRequest> requires(UploadServerCertificateRequest input, Call call, View view) {
    return IamResources.creating(
        IamResources.toBe(
            view.home(),
            "iam:UploadServerCertificate",
            "server-certificate",
            input.path(),
            input.serverCertificateName()),
        "iam:TagServerCertificate",
        IamTags.given(input.tags()),
        null);
  }

  @Override
  public Outcome<UploadServerCertificateResponse> run(
      UploadServerCertificateRequest input, Call call, View view) {
    Account home = view.home();
    String name = input.serverCertificateName();
    if (home.serverCertificates().named(name).isPresent()) {
      throw CertificateErrors.serverCertificateExists(name);
    }
    IamQuotas.requireRoom(Quota.SERVER_CERTIFICATES, EntityKind.SERVER_CERTIFICATE, home);
    Tags tags = IamTags.of(input.tags(), "TagsPerServerCertificate");
    CheckedMaterial material = (CheckedMaterial) Objects.requireNonNull(call.prepared());
    ServerCertificate certificate = certificate(input, tags, material.require(), call);
    return new Outcome<>(
        Change.put(certificate)
            .andSecret(
                ServerCertificates.secretName(certificate),
                SecretText.of(input.privateKey().strip())),
        UploadServerCertificateResponse.builder()
            .serverCertificateMetadata(ServerCertificates.shown(certificate, home.id()))
            .tags(tags.all().isEmpty() ? null : IamTags.shown(tags.all()))
            .build());
  }

  private static ServerCertificate certificate(
      UploadServerCertificateRequest input, Tags tags, X509Certificate read, Call call) {
    String chain = input.certificateChain();
    return new ServerCertificate(
        call.ids().uniqueId(Ids.Prefix.ASCA),
        Objects.requireNonNullElse(input.path(), "/"),
        input.serverCertificateName(),
        call.now(),
        tags,
        input.certificateBody().strip(),
        chain == null ? null : chain.strip(),
        read.getNotAfter().toInstant());
  }
}

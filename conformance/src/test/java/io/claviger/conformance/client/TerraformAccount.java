package io.claviger.conformance.client;

import io.claviger.conformance.operation.Premises;
import io.claviger.server.RootCredentials;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;

/// An account in which Terraform works: a user may become an administrator's role, and no more.
final class TerraformAccount implements AutoCloseable {

  private final Premises premises;
  private final IamClient iam;
  private final AccessKey key;
  private final String role;

  TerraformAccount(Premises premises) {
    this.premises = premises;
    RootCredentials root = premises.newRoot();
    iam =
        IamClient.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .region(Region.AWS_GLOBAL)
            .endpointOverride(premises.endpoint())
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(root.accessKeyId(), root.secret().reveal())))
            .build();
    String user = iam.createUser(request -> request.userName("terraform")).user().arn();
    key = iam.createAccessKey(request -> request.userName("terraform")).accessKey();
    role =
        iam.createRole(
                request -> request.roleName("administrator").assumeRolePolicyDocument(trust(user)))
            .role()
            .arn();
    iam.attachRolePolicy(request ->
        request.roleName("administrator").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
  }

  private static String trust(String user) {
    return """
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Principal": {"AWS": "%s"},
        "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
        "Condition": {
          "StringEquals": {
            "sts:ExternalId": "claviger",
            "sts:SourceIdentity": "test",
            "aws:RequestTag/Tool": "terraform"
          }
        }
      }
    }
    """
        .formatted(user);
  }

  /// The root user's client.
  IamClient iam() {
    return iam;
  }

  /// How much of each kind is in the account.
  Map<String, Integer> summary() {
    return new TreeMap<>(iam.getAccountSummary().summaryMapAsStrings());
  }

  /// All that Terraform sees of the machine.
  Map<String, String> environment(Path home) {
    return Map.of(
        "PATH", System.getenv("PATH"),
        "HOME", home.toString(),
        "AWS_ACCESS_KEY_ID", key.accessKeyId(),
        "AWS_SECRET_ACCESS_KEY", key.secretAccessKey(),
        "AWS_EC2_METADATA_DISABLED", "true",
        "CHECKPOINT_DISABLE", "1",
        "TF_IN_AUTOMATION", "1",
        "TF_VAR_endpoint", premises.endpoint().toString(),
        "TF_VAR_role", role);
  }

  @Override
  public void close() {
    iam.close();
  }
}

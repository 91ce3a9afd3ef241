package io.claviger.server.permission;

import io.claviger.base.AccountId;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/// Somebody with an access key and the clients that sign with it.
record Actor(Premises premises, AccountId account, String accessKeyId, IamClient iam, StsClient sts)
    implements AutoCloseable {

  /// The ARN of something of IAM's in the account.
  String arn(String resource) {
    return "arn:aws:iam::" + account + ":" + resource;
  }

  @Override
  public void close() {
    iam.close();
    sts.close();
  }
}

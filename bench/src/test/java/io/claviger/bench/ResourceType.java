package io.claviger.bench;

import java.util.List;

/// A kind of resource with the actions that are asked of it.
///
/// @param arn with `{region}`, `{name}` and, where the name has a path below it, `{path}`
/// @param canHavePolicy whether resources of this kind can have a policy of their own
/// @param actions with the service's prefix
record ResourceType(String arn, boolean canHavePolicy, List<String> actions) {

  static final String ACCOUNT = "111122223333";

  /// The kinds that most policies are about. The last [#UNBOUNDED] are those that the workload's
  /// permissions boundary leaves out.
  static final List<ResourceType> ALL =
      List.of(
          type(
              "arn:aws:s3:::{name}/{path}",
              true,
              "s3:GetObject GetObjectVersion GetObjectTagging GetObjectAcl PutObject PutObjectTagging"
                  + " PutObjectAcl DeleteObject DeleteObjectVersion RestoreObject AbortMultipartUpload"),
          type(
              "arn:aws:s3:::{name}",
              true,
              "s3:ListBucket ListBucketVersions ListBucketMultipartUploads GetBucketLocation"
                  + " GetBucketPolicy GetBucketTagging GetLifecycleConfiguration PutBucketTagging"
                  + " PutBucketPolicy PutLifecycleConfiguration DeleteBucket"),
          type(
              "arn:aws:dynamodb:{region}:111122223333:table/{name}",
              false,
              "dynamodb:GetItem BatchGetItem Query Scan PutItem UpdateItem DeleteItem BatchWriteItem"
                  + " DescribeTable UpdateTable DeleteTable ListTagsOfResource"),
          type(
              "arn:aws:sqs:{region}:111122223333:{name}",
              true,
              "sqs:SendMessage ReceiveMessage DeleteMessage ChangeMessageVisibility GetQueueUrl"
                  + " GetQueueAttributes SetQueueAttributes PurgeQueue DeleteQueue"),
          type(
              "arn:aws:sns:{region}:111122223333:{name}",
              true,
              "sns:Publish Subscribe Unsubscribe GetTopicAttributes SetTopicAttributes"
                  + " ListSubscriptionsByTopic DeleteTopic"),
          type(
              "arn:aws:lambda:{region}:111122223333:function:{name}",
              true,
              "lambda:InvokeFunction GetFunction GetFunctionConfiguration UpdateFunctionCode"
                  + " UpdateFunctionConfiguration PublishVersion CreateAlias UpdateAlias DeleteFunction"),
          type(
              "arn:aws:ec2:{region}:111122223333:instance/{name}",
              false,
              "ec2:RunInstances StartInstances StopInstances RebootInstances TerminateInstances"
                  + " CreateTags DeleteTags AttachVolume DetachVolume ModifyInstanceAttribute"),
          type(
              "arn:aws:ssm:{region}:111122223333:parameter/{name}/{path}",
              false,
              "ssm:GetParameter GetParameters GetParametersByPath GetParameterHistory PutParameter"
                  + " DeleteParameter LabelParameterVersion"),
          type(
              "arn:aws:secretsmanager:{region}:111122223333:secret:{name}",
              true,
              "secretsmanager:GetSecretValue DescribeSecret ListSecretVersionIds PutSecretValue"
                  + " UpdateSecret RotateSecret TagResource DeleteSecret"),
          type(
              "arn:aws:logs:{region}:111122223333:log-group:{name}:log-stream:{path}",
              false,
              "logs:CreateLogStream PutLogEvents GetLogEvents FilterLogEvents DescribeLogStreams"
                  + " DeleteLogStream"),
          type(
              "arn:aws:cloudformation:{region}:111122223333:stack/{name}/{path}",
              false,
              "cloudformation:DescribeStacks DescribeStackEvents DescribeStackResources GetTemplate"
                  + " CreateStack UpdateStack DeleteStack CreateChangeSet ExecuteChangeSet"),
          type(
              "arn:aws:ecr:{region}:111122223333:repository/{name}",
              false,
              "ecr:BatchGetImage GetDownloadUrlForLayer DescribeImages ListImages PutImage"
                  + " InitiateLayerUpload UploadLayerPart CompleteLayerUpload BatchDeleteImage"),
          type(
              "arn:aws:ecs:{region}:111122223333:service/{name}/{path}",
              false,
              "ecs:DescribeServices CreateService UpdateService DeleteService TagResource"),
          type(
              "arn:aws:states:{region}:111122223333:stateMachine:{name}",
              false,
              "states:StartExecution StopExecution DescribeExecution ListExecutions"
                  + " DescribeStateMachine UpdateStateMachine"),
          type(
              "arn:aws:kinesis:{region}:111122223333:stream/{name}",
              false,
              "kinesis:PutRecord PutRecords GetRecords GetShardIterator DescribeStream ListShards"),
          type(
              "arn:aws:events:{region}:111122223333:rule/{name}",
              false,
              "events:PutEvents PutRule PutTargets EnableRule DisableRule DescribeRule DeleteRule"),
          type(
              "arn:aws:glue:{region}:111122223333:table/{name}/{path}",
              false,
              "glue:GetTable GetTables GetPartitions CreateTable UpdateTable DeleteTable"
                  + " BatchCreatePartition"),
          type(
              "arn:aws:rds:{region}:111122223333:db:{name}",
              false,
              "rds:DescribeDBInstances CreateDBSnapshot ModifyDBInstance RebootDBInstance"
                  + " StartDBInstance StopDBInstance DeleteDBInstance"),
          type(
              "arn:aws:iam::111122223333:role/{name}/{path}",
              false,
              "iam:GetRole PassRole ListRolePolicies GetRolePolicy PutRolePolicy AttachRolePolicy"
                  + " DetachRolePolicy TagRole UpdateRole"),
          type(
              "arn:aws:cloudwatch:{region}:111122223333:alarm:{name}",
              false,
              "cloudwatch:DescribeAlarms PutMetricAlarm EnableAlarmActions DisableAlarmActions"
                  + " DeleteAlarms SetAlarmState"),
          type(
              "arn:aws:codebuild:{region}:111122223333:project/{name}",
              false,
              "codebuild:StartBuild StopBuild BatchGetBuilds BatchGetProjects UpdateProject"),
          type(
              "arn:aws:athena:{region}:111122223333:workgroup/{name}",
              false,
              "athena:StartQueryExecution StopQueryExecution GetQueryExecution GetQueryResults"
                  + " GetWorkGroup UpdateWorkGroup"),
          type(
              "arn:aws:elasticache:{region}:111122223333:cluster:{name}",
              false,
              "elasticache:DescribeCacheClusters CreateSnapshot ModifyCacheCluster"
                  + " RebootCacheCluster DeleteCacheCluster"),
          type(
              "arn:aws:backup:{region}:111122223333:backup-vault:{name}",
              false,
              "backup:StartBackupJob DescribeBackupVault ListRecoveryPointsByBackupVault"
                  + " StartRestoreJob DeleteBackupVault"));

  private static final int UNBOUNDED = 4;

  private static ResourceType type(String arn, boolean canHavePolicy, String actions) {
    String prefix = actions.substring(0, actions.indexOf(':') + 1);
    return new ResourceType(
        arn,
        canHavePolicy,
        List.of(actions.substring(prefix.length()).split(" ")).stream()
            .map(prefix::concat)
            .toList());
  }

  static List<ResourceType> bounded() {
    return ALL.subList(0, ALL.size() - UNBOUNDED);
  }

  static List<ResourceType> unbounded() {
    return ALL.subList(ALL.size() - UNBOUNDED, ALL.size());
  }

  String service() {
    return actions.getFirst().substring(0, actions.getFirst().indexOf(':'));
  }

  boolean hasPath() {
    return arn.contains("{path}");
  }

  /// The ARN with its blanks filled in, by a name or by a pattern of names.
  String fill(String region, String name, String path) {
    return arn.replace("{region}", region).replace("{name}", name).replace("{path}", path);
  }

  /// The resource that holds the policy: a bucket for its objects, else the resource itself.
  String owner(String resource) {
    int slash = resource.indexOf('/');
    return resource.startsWith("arn:aws:s3:::") && slash > 0
        ? resource.substring(0, slash)
        : resource;
  }
}

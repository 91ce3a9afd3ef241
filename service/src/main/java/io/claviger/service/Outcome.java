package io.claviger.service;

import io.claviger.account.Change;
import software.amazon.awssdk.awscore.AwsResponse;

/// What a write does and what it answers. The answer goes out only when the change is on disk.
public record Outcome<O extends AwsResponse>(Change change, O output) {}

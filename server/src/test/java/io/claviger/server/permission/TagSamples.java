package io.claviger.server.permission;

import static io.claviger.server.permission.Given.DEVICE;
import static io.claviger.server.permission.Given.OWN_POLICY;
import static io.claviger.server.permission.Given.TAGS;

import java.util.List;

/// Tags. A tag that is not there can be taken off all the same.
final class TagSamples {

  private TagSamples() {}

  static List<Sample> users() {
    return List.of(
        Sample.of(
                "TagUser user/team/bob",
                by -> by.iam().tagUser(in -> in.userName("bob").tags(TAGS)))
            .given(Given::bob),
        Sample.of(
                "UntagUser user/team/bob",
                by -> by.iam().untagUser(in -> in.userName("bob").tagKeys("Cost")))
            .given(Given::bob),
        Sample.of(
                "ListUserTags user/team/bob", by -> by.iam().listUserTags(in -> in.userName("bob")))
            .given(Given::bob));
  }

  static List<Sample> roles() {
    return List.of(
        Sample.of(
                "TagRole role/team/app",
                by -> by.iam().tagRole(in -> in.roleName("app").tags(TAGS)))
            .given(Given::app),
        Sample.of(
                "UntagRole role/team/app",
                by -> by.iam().untagRole(in -> in.roleName("app").tagKeys("Cost")))
            .given(Given::app),
        Sample.of(
                "ListRoleTags role/team/app", by -> by.iam().listRoleTags(in -> in.roleName("app")))
            .given(Given::app));
  }

  static List<Sample> policies() {
    return List.of(
        Sample.of(
                "TagPolicy " + OWN_POLICY,
                by -> by.iam().tagPolicy(in -> in.policyArn(by.arn(OWN_POLICY)).tags(TAGS)))
            .given(Given::own),
        Sample.of(
                "UntagPolicy " + OWN_POLICY,
                by -> by.iam().untagPolicy(in -> in.policyArn(by.arn(OWN_POLICY)).tagKeys("Cost")))
            .given(Given::own),
        Sample.of(
                "ListPolicyTags " + OWN_POLICY,
                by -> by.iam().listPolicyTags(in -> in.policyArn(by.arn(OWN_POLICY))))
            .given(Given::own));
  }

  static List<Sample> instanceProfiles() {
    return List.of(
        Sample.of(
                "TagInstanceProfile instance-profile/team/host",
                by -> by.iam().tagInstanceProfile(in -> in.instanceProfileName("host").tags(TAGS)))
            .given(Given::host),
        Sample.of(
                "UntagInstanceProfile instance-profile/team/host",
                by ->
                    by.iam()
                        .untagInstanceProfile(in -> in.instanceProfileName("host").tagKeys("Cost")))
            .given(Given::host),
        Sample.of(
                "ListInstanceProfileTags instance-profile/team/host",
                by -> by.iam().listInstanceProfileTags(in -> in.instanceProfileName("host")))
            .given(Given::host));
  }

  static List<Sample> mfaDevices() {
    return List.of(
        Sample.of(
                "TagMFADevice " + DEVICE,
                by -> by.iam().tagMFADevice(in -> in.serialNumber(by.arn(DEVICE)).tags(TAGS)))
            .given(Given::device),
        Sample.of(
                "UntagMFADevice " + DEVICE,
                by ->
                    by.iam().untagMFADevice(in -> in.serialNumber(by.arn(DEVICE)).tagKeys("Cost")))
            .given(Given::device),
        Sample.of(
                "ListMFADeviceTags " + DEVICE,
                by -> by.iam().listMFADeviceTags(in -> in.serialNumber(by.arn(DEVICE))))
            .given(Given::device));
  }

  static List<Sample> serverCertificates() {
    return List.of(
        Sample.of(
                "TagServerCertificate server-certificate/team/www",
                by ->
                    by.iam().tagServerCertificate(in -> in.serverCertificateName("www").tags(TAGS)))
            .given(Given::serverCertificate),
        Sample.of(
                "UntagServerCertificate server-certificate/team/www",
                by ->
                    by.iam()
                        .untagServerCertificate(
                            in -> in.serverCertificateName("www").tagKeys("Cost")))
            .given(Given::serverCertificate),
        Sample.of(
                "ListServerCertificateTags server-certificate/team/www",
                by -> by.iam().listServerCertificateTags(in -> in.serverCertificateName("www")))
            .given(Given::serverCertificate));
  }
}

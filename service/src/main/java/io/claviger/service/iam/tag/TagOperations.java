package io.claviger.service.iam.tag;

import io.claviger.service.Operation;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsResponse;
import software.amazon.awssdk.services.iam.model.ListMfaDeviceTagsRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDeviceTagsResponse;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsResponse;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsResponse;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsResponse;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsResponse;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsRequest;
import software.amazon.awssdk.services.iam.model.ListServerCertificateTagsResponse;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.TagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.TagMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyResponse;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagRoleResponse;
import software.amazon.awssdk.services.iam.model.TagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.TagSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.TagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.TagServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.TagUserResponse;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileResponse;
import software.amazon.awssdk.services.iam.model.UntagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.UntagMfaDeviceResponse;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyResponse;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleResponse;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderResponse;
import software.amazon.awssdk.services.iam.model.UntagServerCertificateRequest;
import software.amazon.awssdk.services.iam.model.UntagServerCertificateResponse;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagUserResponse;

/// Tag, untag and list tags, for users, roles, managed policies, instance profiles, MFA devices and
/// server certificates.
public final class TagOperations {

  private TagOperations() {}

  public static List<Operation<?, ?>> list() {
    return Stream.of(
            users(),
            roles(),
            policies(),
            instanceProfiles(),
            mfaDevices(),
            oidcProviders(),
            samlProviders(),
            serverCertificates())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Operation<?, ?>> users() {
    return List.of(
        new TagEntity<>(
            TagUserRequest.class,
            TaggedKind.USER,
            TagUserRequest::userName,
            TagUserRequest::tags,
            TagUserResponse.builder().build()),
        new UntagEntity<>(
            UntagUserRequest.class,
            TaggedKind.USER,
            UntagUserRequest::userName,
            UntagUserRequest::tagKeys,
            UntagUserResponse.builder().build()),
        new ListEntityTags<>(
            ListUserTagsRequest.class,
            TaggedKind.USER,
            ListUserTagsRequest::userName,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            (tags, page) ->
                ListUserTagsResponse.builder()
                    .tags(tags)
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build()));
  }

  private static List<Operation<?, ?>> roles() {
    return List.of(
        new TagEntity<>(
            TagRoleRequest.class,
            TaggedKind.ROLE,
            TagRoleRequest::roleName,
            TagRoleRequest::tags,
            TagRoleResponse.builder().build()),
        new UntagEntity<>(
            UntagRoleRequest.class,
            TaggedKind.ROLE,
            UntagRoleRequest::roleName,
            UntagRoleRequest::tagKeys,
            UntagRoleResponse.builder().build()),
        new ListEntityTags<>(
            ListRoleTagsRequest.class,
            TaggedKind.ROLE,
            ListRoleTagsRequest::roleName,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            (tags, page) ->
                ListRoleTagsResponse.builder()
                    .tags(tags)
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build()));
  }

  private static List<Operation<?, ?>> policies() {
    return List.of(
        new TagEntity<>(
            TagPolicyRequest.class,
            TaggedKind.POLICY,
            TagPolicyRequest::policyArn,
            TagPolicyRequest::tags,
            TagPolicyResponse.builder().build()),
        new UntagEntity<>(
            UntagPolicyRequest.class,
            TaggedKind.POLICY,
            UntagPolicyRequest::policyArn,
            UntagPolicyRequest::tagKeys,
            UntagPolicyResponse.builder().build()),
        new ListEntityTags<>(
            ListPolicyTagsRequest.class,
            TaggedKind.POLICY,
            ListPolicyTagsRequest::policyArn,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            (tags, page) ->
                ListPolicyTagsResponse.builder()
                    .tags(tags)
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build()));
  }

  private static List<Operation<?, ?>> instanceProfiles() {
    return List.of(
        new TagEntity<>(
            TagInstanceProfileRequest.class,
            TaggedKind.INSTANCE_PROFILE,
            TagInstanceProfileRequest::instanceProfileName,
            TagInstanceProfileRequest::tags,
            TagInstanceProfileResponse.builder().build()),
        new UntagEntity<>(
            UntagInstanceProfileRequest.class,
            TaggedKind.INSTANCE_PROFILE,
            UntagInstanceProfileRequest::instanceProfileName,
            UntagInstanceProfileRequest::tagKeys,
            UntagInstanceProfileResponse.builder().build()),
        new ListEntityTags<>(
            ListInstanceProfileTagsRequest.class,
            TaggedKind.INSTANCE_PROFILE,
            ListInstanceProfileTagsRequest::instanceProfileName,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            (tags, page) ->
                ListInstanceProfileTagsResponse.builder()
                    .tags(tags)
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build()));
  }

  private static List<Operation<?, ?>> mfaDevices() {
    return List.of(
        new TagEntity<>(
            TagMfaDeviceRequest.class,
            TaggedKind.MFA_DEVICE,
            TagMfaDeviceRequest::serialNumber,
            TagMfaDeviceRequest::tags,
            TagMfaDeviceResponse.builder().build()),
        new UntagEntity<>(
            UntagMfaDeviceRequest.class,
            TaggedKind.MFA_DEVICE,
            UntagMfaDeviceRequest::serialNumber,
            UntagMfaDeviceRequest::tagKeys,
            UntagMfaDeviceResponse.builder().build()),
        new ListEntityTags<>(
            ListMfaDeviceTagsRequest.class,
            TaggedKind.MFA_DEVICE,
            ListMfaDeviceTagsRequest::serialNumber,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            (tags, page) ->
                ListMfaDeviceTagsResponse.builder()
                    .tags(tags)
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build()));
  }

  private static List<Operation<?, ?>> oidcProviders() {
    return List.of(
        new TagEntity<>(
            TagOpenIdConnectProviderRequest.class,
            TaggedKind.OIDC_PROVIDER,
            TagOpenIdConnectProviderRequest::openIDConnectProviderArn,
            TagOpenIdConnectProviderRequest::tags,
            TagOpenIdConnectProviderResponse.builder().build()),
        new UntagEntity<>(
            UntagOpenIdConnectProviderRequest.class,
            TaggedKind.OIDC_PROVIDER,
            UntagOpenIdConnectProviderRequest::openIDConnectProviderArn,
            UntagOpenIdConnectProviderRequest::tagKeys,
            UntagOpenIdConnectProviderResponse.builder().build()),
        new ListEntityTags<>(
            ListOpenIdConnectProviderTagsRequest.class,
            TaggedKind.OIDC_PROVIDER,
            ListOpenIdConnectProviderTagsRequest::openIDConnectProviderArn,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            (tags, page) ->
                ListOpenIdConnectProviderTagsResponse.builder()
                    .tags(tags)
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build()));
  }

  private static List<Operation<?, ?>> samlProviders() {
    return List.of(
        new TagEntity<>(
            TagSamlProviderRequest.class,
            TaggedKind.SAML_PROVIDER,
            TagSamlProviderRequest::samlProviderArn,
            TagSamlProviderRequest::tags,
            TagSamlProviderResponse.builder().build()),
        new UntagEntity<>(
            UntagSamlProviderRequest.class,
            TaggedKind.SAML_PROVIDER,
            UntagSamlProviderRequest::samlProviderArn,
            UntagSamlProviderRequest::tagKeys,
            UntagSamlProviderResponse.builder().build()),
        new ListEntityTags<>(
            ListSamlProviderTagsRequest.class,
            TaggedKind.SAML_PROVIDER,
            ListSamlProviderTagsRequest::samlProviderArn,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            (tags, page) ->
                ListSamlProviderTagsResponse.builder()
                    .tags(tags)
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build()));
  }

  private static List<Operation<?, ?>> serverCertificates() {
    return List.of(
        new TagEntity<>(
            TagServerCertificateRequest.class,
            TaggedKind.SERVER_CERTIFICATE,
            TagServerCertificateRequest::serverCertificateName,
            TagServerCertificateRequest::tags,
            TagServerCertificateResponse.builder().build()),
        new UntagEntity<>(
            UntagServerCertificateRequest.class,
            TaggedKind.SERVER_CERTIFICATE,
            UntagServerCertificateRequest::serverCertificateName,
            UntagServerCertificateRequest::tagKeys,
            UntagServerCertificateResponse.builder().build()),
        new ListEntityTags<>(
            ListServerCertificateTagsRequest.class,
            TaggedKind.SERVER_CERTIFICATE,
            ListServerCertificateTagsRequest::serverCertificateName,
            in -> Page.Request.of(in, in.maxItems(), in.marker()),
            (tags, page) ->
                ListServerCertificateTagsResponse.builder()
                    .tags(tags)
                    .isTruncated(page.isTruncated())
                    .marker(page.marker())
                    .build()));
  }
}

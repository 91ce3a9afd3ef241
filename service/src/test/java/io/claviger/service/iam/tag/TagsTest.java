package io.claviger.service.iam.tag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Change;
import io.claviger.account.CustomerPolicy;
import io.claviger.account.IdentityPolicies;
import io.claviger.account.InstanceProfile;
import io.claviger.account.MfaDevice;
import io.claviger.account.OidcProvider;
import io.claviger.account.Role;
import io.claviger.account.SamlProvider;
import io.claviger.account.Tags;
import io.claviger.account.User;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.service.InMemoryIam;
import io.claviger.wire.ServiceError;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.iam.model.ListInstanceProfileTagsRequest;
import software.amazon.awssdk.services.iam.model.ListMfaDeviceTagsRequest;
import software.amazon.awssdk.services.iam.model.ListOpenIdConnectProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListPolicyTagsRequest;
import software.amazon.awssdk.services.iam.model.ListRoleTagsRequest;
import software.amazon.awssdk.services.iam.model.ListSamlProviderTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsRequest;
import software.amazon.awssdk.services.iam.model.ListUserTagsResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.TagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.TagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.TagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.TagPolicyRequest;
import software.amazon.awssdk.services.iam.model.TagRoleRequest;
import software.amazon.awssdk.services.iam.model.TagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.TagUserRequest;
import software.amazon.awssdk.services.iam.model.UntagInstanceProfileRequest;
import software.amazon.awssdk.services.iam.model.UntagMfaDeviceRequest;
import software.amazon.awssdk.services.iam.model.UntagOpenIdConnectProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagPolicyRequest;
import software.amazon.awssdk.services.iam.model.UntagRoleRequest;
import software.amazon.awssdk.services.iam.model.UntagSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.UntagUserRequest;

class TagsTest {

  private static final String A = "arn:aws:iam::111122223333:";

  private final InMemoryIam iam = new InMemoryIam();

  /// One kind of entity with its three operations; `arn` is that of the entity that exists.
  record Kind(
      String word,
      String arn,
      Function<List<Tag>, AwsRequest> tag,
      Function<List<String>, AwsRequest> untag,
      AwsRequest list,
      AwsRequest tagMissing) {

    @Override
    public String toString() {
      return word;
    }
  }

  private static Stream<Kind> ownKinds() {
    List<Tag> one = tags("k", "v");
    return Stream.of(
        new Kind(
            "User",
            A + "user/x/bob",
            t -> TagUserRequest.builder().userName("bob").tags(t).build(),
            k -> UntagUserRequest.builder().userName("bob").tagKeys(k).build(),
            ListUserTagsRequest.builder().userName("bob").build(),
            TagUserRequest.builder().userName("none").tags(one).build()),
        new Kind(
            "Role",
            A + "role/x/R",
            t -> TagRoleRequest.builder().roleName("R").tags(t).build(),
            k -> UntagRoleRequest.builder().roleName("R").tagKeys(k).build(),
            ListRoleTagsRequest.builder().roleName("R").build(),
            TagRoleRequest.builder().roleName("none").tags(one).build()),
        new Kind(
            "Policy",
            A + "policy/x/P",
            t -> TagPolicyRequest.builder().policyArn(A + "policy/x/P").tags(t).build(),
            k -> UntagPolicyRequest.builder().policyArn(A + "policy/x/P").tagKeys(k).build(),
            ListPolicyTagsRequest.builder().policyArn(A + "policy/x/P").build(),
            TagPolicyRequest.builder().policyArn(A + "policy/P").tags(one).build()),
        new Kind(
            "InstanceProfile",
            A + "instance-profile/x/I",
            t -> TagInstanceProfileRequest.builder().instanceProfileName("I").tags(t).build(),
            k -> UntagInstanceProfileRequest.builder().instanceProfileName("I").tagKeys(k).build(),
            ListInstanceProfileTagsRequest.builder().instanceProfileName("I").build(),
            TagInstanceProfileRequest.builder().instanceProfileName("none").tags(one).build()),
        new Kind(
            "MFADevice",
            A + "mfa/x/m",
            t -> TagMfaDeviceRequest.builder().serialNumber(A + "mfa/x/m").tags(t).build(),
            k -> UntagMfaDeviceRequest.builder().serialNumber(A + "mfa/x/m").tagKeys(k).build(),
            ListMfaDeviceTagsRequest.builder().serialNumber(A + "mfa/x/m").build(),
            TagMfaDeviceRequest.builder().serialNumber(A + "mfa/m").tags(one).build()));
  }

  static Stream<Kind> kinds() {
    return Stream.concat(ownKinds(), providers());
  }

  private static Stream<Kind> providers() {
    List<Tag> one = tags("k", "v");
    return Stream.of(
        new Kind(
            "OpenIDConnectProvider",
            A + "oidc-provider/idp.test/x",
            t ->
                TagOpenIdConnectProviderRequest.builder()
                    .openIDConnectProviderArn(A + "oidc-provider/idp.test/x")
                    .tags(t)
                    .build(),
            k ->
                UntagOpenIdConnectProviderRequest.builder()
                    .openIDConnectProviderArn(A + "oidc-provider/idp.test/x")
                    .tagKeys(k)
                    .build(),
            ListOpenIdConnectProviderTagsRequest.builder()
                .openIDConnectProviderArn(A + "oidc-provider/idp.test/x")
                .build(),
            TagOpenIdConnectProviderRequest.builder()
                .openIDConnectProviderArn(A + "oidc-provider/idp.test")
                .tags(one)
                .build()),
        new Kind(
            "SAMLProvider",
            A + "saml-provider/ADFS",
            t ->
                TagSamlProviderRequest.builder()
                    .samlProviderArn(A + "saml-provider/ADFS")
                    .tags(t)
                    .build(),
            k ->
                UntagSamlProviderRequest.builder()
                    .samlProviderArn(A + "saml-provider/ADFS")
                    .tagKeys(k)
                    .build(),
            ListSamlProviderTagsRequest.builder().samlProviderArn(A + "saml-provider/ADFS").build(),
            TagSamlProviderRequest.builder()
                .samlProviderArn(A + "saml-provider/adfs")
                .tags(one)
                .build()));
  }

  private static List<Tag> tags(String... keysAndValues) {
    return IntStream.range(0, keysAndValues.length / 2)
        .mapToObj(
            i -> Tag.builder().key(keysAndValues[2 * i]).value(keysAndValues[2 * i + 1]).build())
        .toList();
  }

  @BeforeEach
  void putOneEntityOfEachKind() {
    var now = InMemoryIam.START;
    iam.change(
        InMemoryIam.ACCOUNT,
        Change.put(
            User.create("AIDA1", "/x/", "bob", now, Tags.NONE, null),
            new Role(
                "AROA1",
                "/x/",
                "R",
                now,
                Tags.NONE,
                null,
                IdentityPolicies.NONE,
                "{}",
                List.of(),
                "",
                3600),
            CustomerPolicy.create("ANPA1", "/x/", "P", now, Tags.NONE, "", "{}"),
            new InstanceProfile("AIPA1", "/x/", "I", now, Tags.NONE, null),
            new MfaDevice("/x/", "m", now, Tags.NONE, null, null),
            new OidcProvider("idp.test/x", now, Tags.NONE, List.of(), List.of()),
            new SamlProvider("ADFS", "SAMLSP1", now, Tags.NONE, "", now, null, List.of())));
  }

  private List<String> listed(Kind kind) {
    return iam.call(kind.list())
        .getValueForField("Tags", List.class)
        .map(TagsTest::texts)
        .orElseThrow();
  }

  private static List<String> texts(List<?> tags) {
    return tags.stream().map(Tag.class::cast).map(tag -> tag.key() + "=" + tag.value()).toList();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void tagsAreSetReplacedWhateverTheirCaseAndRemoved(Kind kind) {
    assertEquals(List.of(), listed(kind));
    iam.call(kind.tag().apply(tags("team", "a", "Env", "dev")));
    iam.call(kind.tag().apply(tags("TEAM", "b", "empty", "")));
    assertEquals(List.of("Env=dev", "TEAM=b", "empty="), listed(kind));
    iam.call(kind.untag().apply(List.of("env", "never there")));
    assertEquals(List.of("TEAM=b", "empty="), listed(kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void entityThatIsNotThereCannotBeTagged(Kind kind) {
    assertEquals("NoSuchEntity", iam.error(kind.tagMissing()).code());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void keyGivenTwiceInAnyCaseIsRefused(Kind kind) {
    ServiceError error = iam.error(kind.tag().apply(tags("k", "1", "K", "2")));
    assertEquals("InvalidInput", error.code());
    assertEquals(
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
        error.message());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void reservedKeysAreNeitherSetNorRemoved(Kind kind) {
    assertEquals("InvalidInput", iam.error(kind.tag().apply(tags("AWS:x", "1"))).code());
    assertEquals("InvalidInput", iam.error(kind.untag().apply(List.of("aws:x"))).code());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void fiftyTagsAreTheMost(Kind kind) {
    List<Tag> fifty =
        IntStream.range(0, 50)
            .mapToObj(i -> Tag.builder().key("k" + i).value("v").build())
            .toList();
    iam.call(kind.tag().apply(fifty));
    iam.call(kind.tag().apply(tags("K0", "replaced")));
    ServiceError error = iam.error(kind.tag().apply(tags("one more", "v")));
    assertEquals("LimitExceeded", error.code());
    assertEquals("Cannot exceed quota for TagsPer" + kind.word() + ": 50", error.message());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void taggingIsAuthorizedWithTheOldTagsAndTheNew(Kind kind) {
    iam.call(kind.tag().apply(tags("Team", "a")));
    RequestContext had = RequestContext.EMPTY.with("aws:ResourceTag/Team", "a");
    if (kind.word().equals("User") || kind.word().equals("Role")) {
      had = had.with("iam:ResourceTag/Team", "a");
    }
    AccessRequest tag =
        new AccessRequest(
            "iam:Tag" + kind.word(),
            kind.arn(),
            InMemoryIam.ACCOUNT,
            had.with("aws:RequestTag/Team", "b").with("aws:TagKeys", List.of("Team")));
    assertEquals(List.of(tag), iam.requires(kind.tag().apply(tags("Team", "b"))));
    AccessRequest untag =
        new AccessRequest(
            "iam:Untag" + kind.word(),
            kind.arn(),
            InMemoryIam.ACCOUNT,
            had.with("aws:TagKeys", List.of("Team")));
    assertEquals(List.of(untag), iam.requires(kind.untag().apply(List.of("Team"))));
    AccessRequest list =
        new AccessRequest("iam:List" + kind.word() + "Tags", kind.arn(), InMemoryIam.ACCOUNT, had);
    assertEquals(List.of(list), iam.requires(kind.list()));
  }

  @Test
  void tagsComeInPages() {
    iam.call(
        TagUserRequest.builder().userName("bob").tags(tags("c", "3", "a", "1", "b", "2")).build());
    ListUserTagsResponse first =
        iam.call(
            ListUserTagsRequest.builder().userName("bob").maxItems(2).build(),
            ListUserTagsResponse.class);
    assertEquals(List.of("a=1", "b=2"), texts(first.tags()));
    assertTrue(first.isTruncated());
    ListUserTagsResponse second =
        iam.call(
            ListUserTagsRequest.builder().userName("bob").marker(first.marker()).build(),
            ListUserTagsResponse.class);
    assertEquals(List.of("c=3"), texts(second.tags()));
    assertFalse(second.isTruncated());
  }
}

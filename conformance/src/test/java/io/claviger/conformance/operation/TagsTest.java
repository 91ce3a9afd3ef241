package io.claviger.conformance.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.Tag;

/// Tags of everything that has some.
class TagsTest implements OperationFamily {

  private static final String OTHER_SAML = "saml-provider/Other";

  /// Their models declare no `InvalidInput`.
  private static final Set<String> NOT_INVALID = Set.of("UntagUser", "UntagRole");

  private static final Set<String> BY_ARN =
      Set.of("Policy", "OpenIDConnectProvider", "SAMLProvider");

  private static final List<Tagged> KINDS =
      List.of(
          new Tagged(
              "User",
              t -> {
                Given.user(t, "ann");
                return "ann";
              },
              _ -> "nobody",
              (iam, it, tags) -> iam.tagUser(in -> in.userName(it).tags(tags)),
              (iam, it, keys) -> iam.untagUser(in -> in.userName(it).tagKeys(keys)),
              (iam, it) -> iam.listUserTags(in -> in.userName(it)).tags()),
          new Tagged(
              "Role",
              t -> {
                Given.role(t, "app");
                return "app";
              },
              _ -> "nobody",
              (iam, it, tags) -> iam.tagRole(in -> in.roleName(it).tags(tags)),
              (iam, it, keys) -> iam.untagRole(in -> in.roleName(it).tagKeys(keys)),
              (iam, it) -> iam.listRoleTags(in -> in.roleName(it)).tags()),
          new Tagged(
              "Policy",
              t -> Given.policy(t, "Own"),
              t -> t.arn("policy/None"),
              (iam, it, tags) -> iam.tagPolicy(in -> in.policyArn(it).tags(tags)),
              (iam, it, keys) -> iam.untagPolicy(in -> in.policyArn(it).tagKeys(keys)),
              (iam, it) -> iam.listPolicyTags(in -> in.policyArn(it)).tags()),
          new Tagged(
              "InstanceProfile",
              t -> {
                Given.profile(t, "host");
                return "host";
              },
              _ -> "none",
              (iam, it, tags) ->
                  iam.tagInstanceProfile(in -> in.instanceProfileName(it).tags(tags)),
              (iam, it, keys) ->
                  iam.untagInstanceProfile(in -> in.instanceProfileName(it).tagKeys(keys)),
              (iam, it) -> iam.listInstanceProfileTags(in -> in.instanceProfileName(it)).tags()),
          new Tagged(
              "MFADevice",
              t ->
                  t.iam()
                      .createVirtualMFADevice(in -> in.virtualMFADeviceName("phone"))
                      .virtualMFADevice()
                      .serialNumber(),
              t -> t.arn("mfa/none"),
              (iam, it, tags) -> iam.tagMFADevice(in -> in.serialNumber(it).tags(tags)),
              (iam, it, keys) -> iam.untagMFADevice(in -> in.serialNumber(it).tagKeys(keys)),
              (iam, it) -> iam.listMFADeviceTags(in -> in.serialNumber(it)).tags()),
          new Tagged(
              "OpenIDConnectProvider",
              t ->
                  t.iam()
                      .createOpenIDConnectProvider(
                          in -> in.url("https://idp.example.com").thumbprintList(Given.THUMBPRINT))
                      .openIDConnectProviderArn(),
              t -> t.arn("oidc-provider/none.example.com"),
              (iam, it, tags) ->
                  iam.tagOpenIDConnectProvider(in -> in.openIDConnectProviderArn(it).tags(tags)),
              (iam, it, keys) ->
                  iam.untagOpenIDConnectProvider(
                      in -> in.openIDConnectProviderArn(it).tagKeys(keys)),
              (iam, it) ->
                  iam.listOpenIDConnectProviderTags(in -> in.openIDConnectProviderArn(it)).tags()),
          new Tagged(
              "SAMLProvider",
              t ->
                  t.iam()
                      .createSAMLProvider(
                          in -> in.name("ADFS").samlMetadataDocument(Given.METADATA))
                      .samlProviderArn(),
              t -> t.arn(OTHER_SAML),
              (iam, it, tags) -> iam.tagSAMLProvider(in -> in.samlProviderArn(it).tags(tags)),
              (iam, it, keys) -> iam.untagSAMLProvider(in -> in.samlProviderArn(it).tagKeys(keys)),
              (iam, it) -> iam.listSAMLProviderTags(in -> in.samlProviderArn(it)).tags()),
          new Tagged(
              "ServerCertificate",
              t -> {
                t.iam()
                    .uploadServerCertificate(in ->
                        in.serverCertificateName("www")
                            .certificateBody(Given.CERTIFICATE.pem())
                            .privateKey(Given.CERTIFICATE.keyPem()));
                return "www";
              },
              _ -> "none",
              (iam, it, tags) ->
                  iam.tagServerCertificate(in -> in.serverCertificateName(it).tags(tags)),
              (iam, it, keys) ->
                  iam.untagServerCertificate(in -> in.serverCertificateName(it).tagKeys(keys)),
              (iam, it) ->
                  iam.listServerCertificateTags(in -> in.serverCertificateName(it)).tags()));

  private interface Naming {
    String name(Tenant t);
  }

  private interface Tagging {
    void tag(IamClient iam, String it, List<Tag> tags);
  }

  private interface Untagging {
    void untag(IamClient iam, String it, List<String> keys);
  }

  private interface Listing {
    List<Tag> tags(IamClient iam, String it);
  }

  /// What has tags.
  ///
  /// @param make makes one and tells its name or ARN
  /// @param missing the name or ARN of one that is not there
  private record Tagged(
      String kind, Naming make, Naming missing, Tagging tag, Untagging untag, Listing list) {}

  @Test
  @Success({"TagUser", "UntagUser", "ListUserTags"})
  void userHasTags(Tenant t) {
    comeAndGo("User", t);
  }

  @Test
  @Success({"TagRole", "UntagRole", "ListRoleTags"})
  void roleHasTags(Tenant t) {
    comeAndGo("Role", t);
  }

  @Test
  @Success({"TagPolicy", "UntagPolicy", "ListPolicyTags"})
  void policyHasTags(Tenant t) {
    comeAndGo("Policy", t);
  }

  @Test
  @Success({"TagInstanceProfile", "UntagInstanceProfile", "ListInstanceProfileTags"})
  void instanceProfileHasTags(Tenant t) {
    comeAndGo("InstanceProfile", t);
  }

  @Test
  @Success({"TagMFADevice", "UntagMFADevice", "ListMFADeviceTags"})
  void mfaDeviceHasTags(Tenant t) {
    comeAndGo("MFADevice", t);
  }

  @Test
  @Success({
    "TagOpenIDConnectProvider",
    "UntagOpenIDConnectProvider",
    "ListOpenIDConnectProviderTags"
  })
  void oidcProviderHasTags(Tenant t) {
    comeAndGo("OpenIDConnectProvider", t);
  }

  @Test
  @Success({"TagSAMLProvider", "UntagSAMLProvider", "ListSAMLProviderTags"})
  void samlProviderHasTags(Tenant t) {
    comeAndGo("SAMLProvider", t);
  }

  @Test
  @Success({"TagServerCertificate", "UntagServerCertificate", "ListServerCertificateTags"})
  void serverCertificateHasTags(Tenant t) {
    comeAndGo("ServerCertificate", t);
  }

  private static void comeAndGo(String kind, Tenant t) {
    Tagged tagged = KINDS.stream().filter(one -> one.kind.equals(kind)).findFirst().orElseThrow();
    String it = tagged.make.name(t);
    tagged.tag.tag(t.iam(), it, List.of(Given.tag("Team", "blue"), Given.tag("Cost", "7")));
    tagged.tag.tag(t.iam(), it, List.of(Given.tag("Team", "red")));
    assertEquals(
        List.of(Given.tag("Cost", "7"), Given.tag("Team", "red")),
        tagged.list.tags(t.iam(), it).stream().sorted(Comparator.comparing(Tag::key)).toList());
    tagged.untag.untag(t.iam(), it, List.of("Cost", "Absent"));
    assertEquals(List.of(Given.tag("Team", "red")), tagged.list.tags(t.iam(), it));
  }

  @Override
  public List<Refusal> refusals() {
    return Stream.concat(KINDS.stream().flatMap(TagsTest::refusals), noArn().stream()).toList();
  }

  private static Stream<Refusal> refusals(Tagged tagged) {
    String tag = "Tag" + tagged.kind;
    String untag = "Untag" + tagged.kind;
    List<Refusal> all = new ArrayList<>();
    all.add(
        Refusal.noSuchEntity(
            tag, t -> tagged.tag.tag(t.iam(), tagged.missing.name(t), Given.TAGS)));
    all.add(
        Refusal.invalidInput(
            tag, t -> tagged.tag.tag(t.iam(), tagged.make.name(t), Given.SAME_TAG_TWICE)));
    all.add(
        Refusal.limitExceeded(
            tag,
            t -> {
              String it = tagged.make.name(t);
              tagged.tag.tag(t.iam(), it, Given.FIFTY_TAGS);
              tagged.tag.tag(t.iam(), it, Given.TAGS);
            }));
    all.add(
        Refusal.noSuchEntity(
            untag, t -> tagged.untag.untag(t.iam(), tagged.missing.name(t), List.of("Team"))));
    if (!NOT_INVALID.contains(untag)) {
      all.add(
          Refusal.invalidInput(
              untag, t -> tagged.untag.untag(t.iam(), tagged.make.name(t), List.of("aws:x"))));
    }
    all.add(
        Refusal.noSuchEntity(
            "List" + tagged.kind + "Tags", t -> tagged.list.tags(t.iam(), tagged.missing.name(t))));
    return all.stream();
  }

  /// What is named by an ARN, and the ARN is no such thing's.
  private static List<Refusal> noArn() {
    return KINDS.stream()
        .filter(tagged -> BY_ARN.contains(tagged.kind))
        .map(tagged ->
            Refusal.invalidInput(
                "List" + tagged.kind + "Tags", t -> tagged.list.tags(t.iam(), Given.NO_POLICY_ARN)))
        .toList();
  }
}

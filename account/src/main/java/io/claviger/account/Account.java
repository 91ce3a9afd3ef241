package io.claviger.account;

import io.claviger.base.AccountId;
import io.claviger.base.Arn;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/// All that IAM knows of one account, as of one version: an immutable value.
///
/// Entities stand in persistent maps, so that a change costs the logarithm of the account's size
/// and old versions stay readable. The ordered index of names and the reverse index of [Link] are
/// derived from the entities and persistent too.
public final class Account {

  private final AccountId id;
  private final long version;
  private final PMap<EntityKey, Entity> entities;
  private final PSortedMap<NameKey, EntityKey> names;
  private final PMap<Link, PSortedSet<EntityKey>> links;
  private final PMap<EntityKind, Integer> counts;

  /// The ARNs of the managed policies that some link of [#links] refers to.
  private final PSortedSet<String> usedPolicies;

  private Account(
      AccountId id,
      long version,
      PMap<EntityKey, Entity> entities,
      PSortedMap<NameKey, EntityKey> names,
      PMap<Link, PSortedSet<EntityKey>> links,
      PMap<EntityKind, Integer> counts,
      PSortedSet<String> usedPolicies) {
    this.id = id;
    this.version = version;
    this.entities = entities;
    this.names = names;
    this.links = links;
    this.counts = counts;
    this.usedPolicies = usedPolicies;
  }

  /// The account before its first change: no entity, version 0.
  public static Account empty(AccountId id) {
    return load(id, 0, List.of());
  }

  /// The account with the change applied, one version later. Depends on nothing but its arguments.
  public Account apply(Change change) {
    Account result = this;
    for (EntityKey key : change.removed()) {
      result = result.without(key);
    }
    for (Entity entity : change.put()) {
      result = result.with(entity);
    }
    return result.at(version + 1);
  }

  /// The account with these entities at this version, as a store reads it back.
  ///
  /// @throws IllegalStateException if two of them have one key or one name
  public static Account load(AccountId id, long version, Collection<? extends Entity> entities) {
    AccountIndexes indexes = new AccountIndexes(entities);
    return new Account(
        id,
        version,
        indexes.entities(),
        indexes.names(),
        indexes.links(),
        indexes.counts(),
        indexes.usedPolicies());
  }

  public AccountId id() {
    return id;
  }

  /// How many changes the account has had. Grows by one with each.
  public long version() {
    return version;
  }

  public Directory<User> users() {
    return new Directory<>(this, EntityKind.USER, User.class);
  }

  public Directory<Group> groups() {
    return new Directory<>(this, EntityKind.GROUP, Group.class);
  }

  public Directory<Role> roles() {
    return new Directory<>(this, EntityKind.ROLE, Role.class);
  }

  public Directory<CustomerPolicy> policies() {
    return new Directory<>(this, EntityKind.CUSTOMER_POLICY, CustomerPolicy.class);
  }

  public Directory<InstanceProfile> instanceProfiles() {
    return new Directory<>(this, EntityKind.INSTANCE_PROFILE, InstanceProfile.class);
  }

  public Directory<ServerCertificate> serverCertificates() {
    return new Directory<>(this, EntityKind.SERVER_CERTIFICATE, ServerCertificate.class);
  }

  /// Service-specific credentials, by [ServiceSpecificCredential#name].
  public Directory<ServiceSpecificCredential> serviceSpecificCredentials() {
    return new Directory<>(
        this, EntityKind.SERVICE_SPECIFIC_CREDENTIAL, ServiceSpecificCredential.class);
  }

  /// Reports on access to services, by id and hence by time.
  public Directory<AccessReport> accessReports() {
    return new Directory<>(this, EntityKind.ACCESS_REPORT, AccessReport.class);
  }

  /// What the account asks others to delegate to it, by id.
  public Directory<DelegationRequest> delegationRequests() {
    return new Directory<>(this, EntityKind.DELEGATION_REQUEST, DelegationRequest.class);
  }

  /// What identities of the account were asked to delegate and have taken over, by the request's
  /// id.
  public Directory<Delegation> delegations() {
    return new Directory<>(this, EntityKind.DELEGATION, Delegation.class);
  }

  /// Whether the account has a delegation request of that workflow.
  public boolean hasDelegationWorkflow(String workflowId) {
    return !linkedKeys(new Link(Link.Kind.DELEGATION_WORKFLOW, workflowId)).isEmpty();
  }

  /// Deletions of service-linked roles, by id.
  public Directory<RoleDeletionTask> roleDeletionTasks() {
    return new Directory<>(this, EntityKind.ROLE_DELETION_TASK, RoleDeletionTask.class);
  }

  /// MFA devices, by path and name.
  public Directory<MfaDevice> mfaDevices() {
    return new Directory<>(this, EntityKind.MFA_DEVICE, MfaDevice.class);
  }

  /// OpenID Connect providers, by URL without the scheme.
  public Directory<OidcProvider> oidcProviders() {
    return new Directory<>(this, EntityKind.OIDC_PROVIDER, OidcProvider.class);
  }

  public Directory<SamlProvider> samlProviders() {
    return new Directory<>(this, EntityKind.SAML_PROVIDER, SamlProvider.class);
  }

  /// What the account has once.
  ///
  /// @throws IllegalStateException in an account that was never set up
  public AccountSettings settings() {
    return find(AccountSettings.KEY, AccountSettings.class)
        .orElseThrow(() -> new IllegalStateException("Account without settings: " + id));
  }

  /// How many there may be of everything.
  public Quotas quotas() {
    Quotas quotas = settings().quotas();
    return quotas == null ? Quotas.AWS_DEFAULTS : quotas;
  }

  /// The newest credential report; empty before the first.
  public Optional<CredentialReport> credentialReport() {
    return find(CredentialReport.KEY, CredentialReport.class);
  }

  /// The account as an issuer of web identity tokens; empty before it first was one.
  public Optional<OutboundIssuer> outboundIssuer() {
    return find(OutboundIssuer.KEY, OutboundIssuer.class);
  }

  public Optional<AccessKey> accessKey(String keyId) {
    return find(new EntityKey(EntityKind.ACCESS_KEY, keyId), AccessKey.class);
  }

  public Optional<LoginProfile> loginProfile(String userId) {
    return find(new EntityKey(EntityKind.LOGIN_PROFILE, userId), LoginProfile.class);
  }

  /// The long-term access keys of a user, or of the root user by the account id, by key id.
  public List<AccessKey> accessKeysOf(String ownerId) {
    return credentialsOf(ownerId, AccessKey.class);
  }

  /// The credentials of one kind that a user has, or the root user by the account id, by id.
  public <C extends UserCredential> List<C> credentialsOf(String ownerId, Class<C> type) {
    return linked(new Link(Link.Kind.CREDENTIAL_OF, ownerId), UserCredential.class)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /// Whether a user of the account has that signing certificate.
  ///
  /// @param fingerprint as [SigningCertificate#fingerprint]
  public boolean hasSigningCertificate(String fingerprint) {
    return !linkedKeys(new Link(Link.Kind.CERTIFICATE_LIKE, fingerprint)).isEmpty();
  }

  /// The enabled MFA devices of a user, or of the root user by the account id.
  public List<MfaDevice> mfaDevicesOf(String ownerId) {
    return linked(new Link(Link.Kind.MFA_DEVICE_OF, ownerId), MfaDevice.class).toList();
  }

  /// The users that are members of a group, by user id.
  public Stream<User> members(String groupId) {
    return linked(new Link(Link.Kind.MEMBER_OF, groupId), User.class);
  }

  /// The members of a group from behind the one with that id, by user id and lazily: taking a
  /// hundred of 100,000 touches a hundred.
  ///
  /// @param after the id of the last user already seen, or null for the start
  public Stream<User> members(String groupId, @Nullable String after) {
    PSortedSet<EntityKey> keys = links.get(new Link(Link.Kind.MEMBER_OF, groupId));
    if (keys == null || after == null) {
      return members(groupId);
    }
    return keys.tailSet(new EntityKey(EntityKind.USER, after), false).stream()
        .map(key -> (User) Objects.requireNonNull(entities.get(key)));
  }

  /// The users, groups and roles that a managed policy is attached to, by kind and id.
  public Stream<PolicyHolder> attachedTo(Arn policy) {
    return attachedTo(policy, null);
  }

  /// The same, going on after the entity of that key; from the start for null.
  public Stream<PolicyHolder> attachedTo(Arn policy, @Nullable EntityKey after) {
    return linked(attachedLink(policy), after, PolicyHolder.class);
  }

  /// How many users, groups and roles a managed policy is attached to.
  public int attachedCount(Arn policy) {
    return linkedKeys(attachedLink(policy)).size();
  }

  /// The users and roles whose permissions boundary a managed policy is, by kind and id.
  public Stream<Bounded> boundedBy(Arn policy) {
    return boundedBy(policy, null);
  }

  /// The same, going on after the entity of that key; from the start for null.
  public Stream<Bounded> boundedBy(Arn policy, @Nullable EntityKey after) {
    return linked(boundedLink(policy), after, Bounded.class);
  }

  /// How many users and roles have a managed policy as their permissions boundary.
  public int boundedCount(Arn policy) {
    return linkedKeys(boundedLink(policy)).size();
  }

  /// How many managed policies are attached to somebody or are somebody's permissions boundary,
  /// AWS's among them, each once.
  public int usedPolicyCount() {
    return usedPolicies.size();
  }

  /// The ARNs of those policies in order, going on after that one; from the start for null.
  public Stream<Arn> usedPolicies(@Nullable String after) {
    return (after == null ? usedPolicies : usedPolicies.tailSet(after, false))
        .stream().map(Arn::parse);
  }

  /// How many MFA devices are enabled for somebody.
  public int enabledMfaDeviceCount() {
    return linkedKeys(Link.MFA_ENABLED).size();
  }

  /// The instance profiles that hold a role.
  public Stream<InstanceProfile> instanceProfilesOf(String roleId) {
    return linked(new Link(Link.Kind.ROLE_IN_PROFILE, roleId), InstanceProfile.class);
  }

  /// How many entities of one kind there are.
  public int count(EntityKind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /// Every entity, in no order.
  public Collection<Entity> entities() {
    return Collections.unmodifiableCollection(entities.values());
  }

  public Optional<Entity> find(EntityKey key) {
    return Optional.ofNullable(entities.get(key));
  }

  <E extends Entity> Optional<E> find(EntityKey key, Class<E> type) {
    return find(key).map(type::cast);
  }

  Optional<EntityKey> keyOfName(NameKey name) {
    return Optional.ofNullable(names.get(name));
  }

  Stream<EntityKey> keysFrom(NameKey from, boolean inclusive) {
    return names.tailMap(from, inclusive).entrySet().stream()
        .takeWhile(entry -> entry.getKey().kind() == from.kind())
        .map(Map.Entry::getValue);
  }

  private static Link attachedLink(Arn policy) {
    return new Link(Link.Kind.ATTACHED, policy.toString());
  }

  private static Link boundedLink(Arn policy) {
    return new Link(Link.Kind.BOUNDED_BY, policy.toString());
  }

  private PSortedSet<EntityKey> linkedKeys(Link link) {
    return links.getOrDefault(link, TreePSet.empty());
  }

  private <E extends Entity> Stream<E> linked(Link link, Class<E> type) {
    return linked(link, null, type);
  }

  private <E extends Entity> Stream<E> linked(Link link, @Nullable EntityKey after, Class<E> type) {
    PSortedSet<EntityKey> all = linkedKeys(link);
    return (after == null ? all : all.tailSet(after, false))
        .stream().map(key -> type.cast(Objects.requireNonNull(entities.get(key))));
  }

  private Account at(long newVersion) {
    return new Account(id, newVersion, entities, names, links, counts, usedPolicies);
  }

  private Account with(Entity entity) {
    Account rest = without(entity.key());
    EntityKind kind = entity.key().kind();
    PSortedMap<NameKey, EntityKey> moreNames = rest.names;
    Optional<NameKey> name = NameKey.of(entity);
    if (name.isPresent()) {
      if (moreNames.containsKey(name.get())) {
        throw new IllegalStateException("Two entities of one name: " + name.get());
      }
      moreNames = moreNames.plus(name.get(), entity.key());
    }
    PMap<Link, PSortedSet<EntityKey>> moreLinks = rest.links;
    PSortedSet<String> nowUsed = rest.usedPolicies;
    for (Link link : Link.of(entity)) {
      PSortedSet<EntityKey> keys = moreLinks.getOrDefault(link, TreePSet.empty());
      moreLinks = moreLinks.plus(link, keys.plus(entity.key()));
      nowUsed = link.isToPolicy() ? nowUsed.plus(link.target()) : nowUsed;
    }
    return new Account(
        id,
        version,
        rest.entities.plus(entity.key(), entity),
        moreNames,
        moreLinks,
        rest.counts.plus(kind, rest.count(kind) + 1),
        nowUsed);
  }

  private Account without(EntityKey key) {
    Entity entity = entities.get(key);
    if (entity == null) {
      return this;
    }
    PMap<Link, PSortedSet<EntityKey>> fewerLinks = links;
    PSortedSet<String> stillUsed = usedPolicies;
    for (Link link : Link.of(entity)) {
      PSortedSet<EntityKey> keys = Objects.requireNonNull(fewerLinks.get(link)).minus(key);
      fewerLinks = keys.isEmpty() ? fewerLinks.minus(link) : fewerLinks.plus(link, keys);
      if (link.isToPolicy() && Link.toPolicy(link.target()).noneMatch(fewerLinks::containsKey)) {
        stillUsed = stillUsed.minus(link.target());
      }
    }
    PSortedMap<NameKey, EntityKey> fewerNames =
        NameKey.of(entity).map(name -> names.minus(name)).orElse(names);
    return new Account(
        id,
        version,
        entities.minus(key),
        fewerNames,
        fewerLinks,
        counts.plus(key.kind(), count(key.kind()) - 1),
        stillUsed);
  }
}

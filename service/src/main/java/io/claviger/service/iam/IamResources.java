package io.claviger.service.iam;

import io.claviger.account.Account;
import io.claviger.account.Bounded;
import io.claviger.account.MfaDevice;
import io.claviger.account.Named;
import io.claviger.account.Tagged;
import io.claviger.account.Tags;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an IAM operation acts on, as a request to authorize: the resource's ARN with the tags it
/// has.
///
/// A resource that does not exist still has an ARN, so that whoever may not see it learns nothing.
/// Its path is taken to be `/`.
///
/// AWS rule: Service Authorization Reference, "Actions, resources, and condition keys for AWS
/// Identity and Access Management (IAM)".
public final class IamResources {

  private IamResources() {}

  public static AccessRequest user(Account home, String action, String name) {
    return named(home, action, "user", home.users().named(name), name);
  }

  public static AccessRequest group(Account home, String action, String name) {
    return named(home, action, "group", home.groups().named(name), name);
  }

  public static AccessRequest role(Account home, String action, String name) {
    return named(home, action, "role", home.roles().named(name), name);
  }

  public static AccessRequest instanceProfile(Account home, String action, String name) {
    return named(home, action, "instance-profile", home.instanceProfiles().named(name), name);
  }

  public static AccessRequest serverCertificate(Account home, String action, String name) {
    return named(home, action, "server-certificate", home.serverCertificates().named(name), name);
  }

  /// The action on a managed policy.
  ///
  /// @param arn as the request has it; one of another account is the resource just so
  public static AccessRequest policy(Account home, String action, String arn) {
    return on(home, action, arn).withContext(tagsOf(IamEntities.findPolicy(home, arn)));
  }

  /// The action on an MFA device.
  ///
  /// @param serial as the request has it, which need not be an ARN
  public static AccessRequest mfaDevice(Account home, String action, String serial) {
    return on(home, action, serial).withContext(tagsOf(IamEntities.findMfaDevice(home, serial)));
  }

  /// The action on an OpenID Connect provider.
  ///
  /// @param arn as the request has it; one of another account is the resource just so
  public static AccessRequest oidcProvider(Account home, String action, String arn) {
    return on(home, action, arn).withContext(tagsOf(IamEntities.findOidcProvider(home, arn)));
  }

  /// The action on a SAML provider.
  ///
  /// @param arn as the request has it; one of another account is the resource just so
  public static AccessRequest samlProvider(Account home, String action, String arn) {
    return on(home, action, arn).withContext(tagsOf(IamEntities.findSamlProvider(home, arn)));
  }

  /// An entity that exists.
  public static AccessRequest entity(Account home, String action, Named entity) {
    return on(home, action, entity.arn(home.id()).toString())
        .withContext(tagsOf(Optional.of(entity)));
  }

  /// A device that exists.
  public static AccessRequest entity(Account home, String action, MfaDevice device) {
    return on(home, action, device.serial(home.id()).toString())
        .withContext(tagsOf(Optional.of(device)));
  }

  /// An entity that is to be made, or to be renamed to this.
  ///
  /// @param arnType `user`, `instance-profile`
  /// @param path null for `/`
  public static AccessRequest toBe(
      Account home, String action, String arnType, @Nullable String path, String name) {
    String from = path == null ? "/" : path;
    return on(home, action, Arn.iam(home.id(), arnType + from + name).toString());
  }

  /// The entities under a path, which AWS evaluates on the path's own ARN: real denials print
  /// `…:user/`.
  ///
  /// @param pathPrefix null for `/`
  public static AccessRequest listed(
      Account home, String action, String arnType, @Nullable String pathPrefix) {
    String prefix = pathPrefix == null ? "/" : pathPrefix;
    return on(home, action, Arn.iam(home.id(), arnType + prefix).toString());
  }

  /// An action that has no resource type.
  public static AccessRequest anything(Account home, String action) {
    return on(home, action, "*");
  }

  /// The resource with that ARN, which has no tags.
  public static AccessRequest on(Account home, String action, String arn) {
    return new AccessRequest(action, arn, home.id(), RequestContext.EMPTY);
  }

  /// With the tags that the request sets. None when it sets none.
  public static AccessRequest settingTags(AccessRequest request, List<Tags.Tag> tags) {
    if (tags.isEmpty()) {
      return request;
    }
    RequestContext context = request.context();
    List<String> keys = new ArrayList<>();
    for (Tags.Tag tag : tags) {
      context = context.with("aws:RequestTag/" + tag.key(), tag.value());
      keys.add(tag.key());
    }
    return request.withContext(context.with("aws:TagKeys", keys));
  }

  /// With the keys of the tags that the request removes.
  public static AccessRequest removingTags(AccessRequest request, List<String> keys) {
    return keys.isEmpty()
        ? request
        : request.withContext(request.context().with("aws:TagKeys", keys));
  }

  /// What making an entity needs: the action itself, with the tags and the boundary it sets, and
  /// where it sets tags the tagging action too.
  ///
  /// @param request the action on the entity to be
  /// @param boundary null for none
  public static List<AccessRequest> creating(
      AccessRequest request, String tagAction, List<Tags.Tag> tags, @Nullable String boundary) {
    AccessRequest create = withBoundary(settingTags(request, tags), boundary);
    if (tags.isEmpty()) {
      return List.of(create);
    }
    AccessRequest tag =
        new AccessRequest(
            tagAction, request.resource(), request.resourceAccount(), request.context());
    return List.of(create, settingTags(tag, tags));
  }

  /// With the permissions boundary that the request sets.
  ///
  /// @param boundary null for none, which leaves the key absent
  public static AccessRequest withBoundary(AccessRequest request, @Nullable String boundary) {
    return boundary == null ? request : with(request, "iam:PermissionsBoundary", boundary);
  }

  /// With the permissions boundary that the user or role acted on has.
  public static AccessRequest withBoundaryOf(AccessRequest request, Bounded holder) {
    Arn boundary = holder.boundary();
    return withBoundary(request, boundary == null ? null : boundary.toString());
  }

  /// With one more single-valued key.
  public static AccessRequest with(AccessRequest request, String key, String value) {
    return request.withContext(request.context().with(key, value));
  }

  private static AccessRequest named(
      Account home, String action, String arnType, Optional<? extends Named> entity, String name) {
    return entity.isPresent()
        ? entity(home, action, entity.get())
        : toBe(home, action, arnType, "/", name);
  }

  private static RequestContext tagsOf(Optional<?> entity) {
    RequestContext context = RequestContext.EMPTY;
    if (entity.isPresent() && entity.get() instanceof Tagged tagged) {
      for (Tags.Tag tag : tagged.tags().all()) {
        context = context.with("aws:ResourceTag/" + tag.key(), tag.value());
        // The reference gives IAM's own key to users and roles alone.
        if (tagged instanceof Bounded) {
          context = context.with("iam:ResourceTag/" + tag.key(), tag.value());
        }
      }
    }
    return context;
  }
}

package io.claviger.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;

/// Calls are counted for who makes them, whatever comes of them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LastAccessTest {

  private final Site site = Site.start();

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void callsThatSucceedAreDeniedOrAreWrongAreAllCounted() {
    Signer ann = site.user("ann", Policies.allow("iam:*"), Policies.deny("iam:ListRoles"));
    site.iam(ann, "ListUsers").requireSuccess();
    site.iam(ann, "ListRoles").requireError(403, "AccessDenied");
    site.iam(ann, "CreateGroup").requireError(400, "ValidationError");
    site.iam(ann.withSecret("guess"), "ListGroups").requireError(403, "SignatureDoesNotMatch");
    site.iam(ann, "NoSuchThing").requireError(400, "InvalidAction");
    try (IamClient root = site.iamClient(site.root)) {
      String arn = root.getUser(in -> in.userName("ann")).user().arn();
      String job =
          root.generateServiceLastAccessedDetails(in -> in.arn(arn).granularity("ACTION_LEVEL"))
              .jobId();
      List<ServiceLastAccessed> services =
          root.getServiceLastAccessedDetails(in -> in.jobId(job)).servicesLastAccessed();
      assertEquals(1, services.size());
      assertEquals(arn, services.getFirst().lastAuthenticatedEntity());
      assertEquals(site.clock.instant(), services.getFirst().lastAuthenticated());
      assertEquals(
          List.of("CreateGroup", "ListUsers"),
          services.getFirst().trackedActionsLastAccessed().stream()
              .filter(action -> action.lastAccessedTime() != null)
              .map(action -> action.actionName())
              .toList());
    }
  }
}

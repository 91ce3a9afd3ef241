package io.claviger.service.iam.lastaccess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.account.Activity;
import io.claviger.service.InMemoryIam;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.iam.model.AccessAdvisorUsageGranularityType;
import software.amazon.awssdk.services.iam.model.AddUserToGroupRequest;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateGroupRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.EntityDetails;
import software.amazon.awssdk.services.iam.model.GenerateServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.GenerateServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsResponse;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsWithEntitiesRequest;
import software.amazon.awssdk.services.iam.model.GetServiceLastAccessedDetailsWithEntitiesResponse;
import software.amazon.awssdk.services.iam.model.JobStatusType;
import software.amazon.awssdk.services.iam.model.PolicyOwnerEntityType;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.ServiceLastAccessed;
import software.amazon.awssdk.services.iam.model.TrackedActionLastAccessed;
import software.amazon.awssdk.services.iam.model.UpdateUserRequest;

class ServiceLastAccessedTest {

  private static final String PREFIX = "arn:aws:iam::111122223333:";
  private static final String BOB = PREFIX + "user/team/bob";
  private static final String POLICY = PREFIX + "policy/P";
  private static final String DOCUMENT =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow",
      "Action":["iam:GetUser","iam:ListUsers","iam:PassRole","s3:GetObject","sts:AssumeRole"],
      "Resource":"*"}}
      """
          .strip();
  private static final String TRUST =
      """
      {"Version":"2012-10-17","Statement":{"Effect":"Allow",
      "Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}
      """
          .strip();

  private final InMemoryIam iam = new InMemoryIam();

  @BeforeEach
  void bobAnnAndARole() {
    iam.call(CreatePolicyRequest.builder().policyName("P").policyDocument(DOCUMENT).build());
    iam.call(CreateUserRequest.builder().userName("bob").path("/team/").build());
    iam.call(CreateUserRequest.builder().userName("ann").build());
    iam.call(CreateRoleRequest.builder().roleName("app").assumeRolePolicyDocument(TRUST).build());
    iam.call(CreateGroupRequest.builder().groupName("Devs").build());
    iam.call(AddUserToGroupRequest.builder().userName("ann").groupName("Devs").build());
    iam.call(AttachUserPolicyRequest.builder().userName("bob").policyArn(POLICY).build());
    iam.call(AttachGroupPolicyRequest.builder().groupName("Devs").policyArn(POLICY).build());
    iam.call(AttachRolePolicyRequest.builder().roleName("app").policyArn(POLICY).build());
  }

  private void tried(String id, String action, Instant at, String region) {
    String service = action.substring(0, action.indexOf(':'));
    iam.activity()
        .record(
            InMemoryIam.ACCOUNT,
            Activity.Kind.ACTION,
            Activity.actionId(id, action),
            new Activity.Use(at, service, region));
  }

  private String user(String name) {
    return iam.account().users().named(name).orElseThrow().id();
  }

  private static GenerateServiceLastAccessedDetailsRequest request(String arn) {
    return GenerateServiceLastAccessedDetailsRequest.builder().arn(arn).build();
  }

  private String generate(String arn) {
    return job(iam, request(arn));
  }

  private String generateOfActions(String arn) {
    return job(
        iam,
        request(arn).toBuilder()
            .granularity(AccessAdvisorUsageGranularityType.ACTION_LEVEL)
            .build());
  }

  private static String job(InMemoryIam by, GenerateServiceLastAccessedDetailsRequest request) {
    return by.call(request, GenerateServiceLastAccessedDetailsResponse.class).jobId();
  }

  private static GetServiceLastAccessedDetailsRequest get(String job) {
    return GetServiceLastAccessedDetailsRequest.builder().jobId(job).build();
  }

  private GetServiceLastAccessedDetailsResponse details(String job) {
    return iam.call(get(job), GetServiceLastAccessedDetailsResponse.class);
  }

  private List<ServiceLastAccessed> services(String job) {
    return details(job).servicesLastAccessed();
  }

  private static GetServiceLastAccessedDetailsWithEntitiesRequest getEntities(
      String job, String namespace) {
    return GetServiceLastAccessedDetailsWithEntitiesRequest.builder()
        .jobId(job)
        .serviceNamespace(namespace)
        .build();
  }

  private List<String> entities(String job, String namespace) {
    return entities(getEntities(job, namespace)).entityDetailsList().stream()
        .map(EntityDetails::entityInfo)
        .map(info -> info.name())
        .toList();
  }

  private GetServiceLastAccessedDetailsWithEntitiesResponse entities(
      GetServiceLastAccessedDetailsWithEntitiesRequest request) {
    return iam.call(request, GetServiceLastAccessedDetailsWithEntitiesResponse.class);
  }

  @Test
  void servicesThatMayBeReachedAreShownUsedOrNot() {
    tried(user("bob"), "iam:GetUser", InMemoryIam.START.minusSeconds(60), "eu-west-1");
    tried(user("bob"), "iam:CreateUser", InMemoryIam.START.minusSeconds(30), "us-east-1");
    tried(user("ann"), "sts:AssumeRole", InMemoryIam.START, "us-east-1");
    GetServiceLastAccessedDetailsResponse details = details(generate(BOB));
    assertEquals(JobStatusType.COMPLETED, details.jobStatus());
    assertEquals(AccessAdvisorUsageGranularityType.SERVICE_LEVEL, details.jobType());
    assertEquals(InMemoryIam.START, details.jobCreationDate());
    assertEquals(InMemoryIam.START, details.jobCompletionDate());
    assertFalse(details.isTruncated());
    assertEquals(
        List.of(
            ServiceLastAccessed.builder()
                .serviceName("AWS Identity and Access Management")
                .serviceNamespace("iam")
                .totalAuthenticatedEntities(1)
                .lastAuthenticated(InMemoryIam.START.minusSeconds(30))
                .lastAuthenticatedEntity(BOB)
                .lastAuthenticatedRegion("us-east-1")
                .build(),
            unused("Amazon S3", "s3"),
            unused("AWS Security Token Service", "sts")),
        details.servicesLastAccessed());
  }

  private static ServiceLastAccessed unused(String name, String namespace) {
    return ServiceLastAccessed.builder()
        .serviceName(name)
        .serviceNamespace(namespace)
        .totalAuthenticatedEntities(0)
        .build();
  }

  @Test
  void actionsAreThoseThatAreAllowedAndAreOperations() {
    tried(user("bob"), "iam:ListUsers", InMemoryIam.START, "a region");
    tried(user("bob"), "iam:CreateUser", InMemoryIam.START, "us-east-1");
    GetServiceLastAccessedDetailsResponse details = details(generateOfActions(BOB));
    assertEquals(AccessAdvisorUsageGranularityType.ACTION_LEVEL, details.jobType());
    assertEquals(
        List.of(
            TrackedActionLastAccessed.builder().actionName("GetUser").build(),
            TrackedActionLastAccessed.builder()
                .actionName("ListUsers")
                .lastAccessedTime(InMemoryIam.START)
                .lastAccessedEntity(BOB)
                .lastAccessedRegion("a region")
                .build()),
        details.servicesLastAccessed().getFirst().trackedActionsLastAccessed());
    assertFalse(details.servicesLastAccessed().get(1).hasTrackedActionsLastAccessed());
    assertFalse(services(generate(BOB)).getFirst().hasTrackedActionsLastAccessed());
  }

  @Test
  void policyIsAboutAllWhoHaveItAndTheLastToUseAServiceIsFirst() {
    tried(user("bob"), "iam:GetUser", InMemoryIam.START.minusSeconds(9), "us-east-1");
    String app = iam.account().roles().named("app").orElseThrow().id();
    tried(app, "iam:GetUser", InMemoryIam.START, "us-east-1");
    String job = generate(POLICY);
    ServiceLastAccessed used = services(job).getFirst();
    assertEquals(2, used.totalAuthenticatedEntities());
    assertEquals(PREFIX + "role/app", used.lastAuthenticatedEntity());
    assertEquals(List.of("app", "bob", "ann"), entities(job, "iam"));
    assertEquals(List.of("ann", "bob", "app"), entities(job, "s3"));
    assertEquals(List.of(), entities(job, "sqs"));
    EntityDetails role = entities(getEntities(job, "iam")).entityDetailsList().getFirst();
    assertEquals(PolicyOwnerEntityType.ROLE, role.entityInfo().type());
    assertEquals(app, role.entityInfo().id());
    assertEquals("/", role.entityInfo().path());
    assertEquals(InMemoryIam.START, role.lastAuthenticated());
  }

  @Test
  void groupIsAboutItsMembers() {
    assertEquals(List.of("ann"), entities(generate(PREFIX + "group/Devs"), "s3"));
  }

  @Test
  void policyOfAwsIsAboutTheAccountsOwn() {
    assertEquals(List.of(), entities(generate("arn:aws:iam::aws:policy/ReadOnlyAccess"), "s3"));
  }

  @Test
  void whatIsOlderThanFourHundredDaysIsNotShown() {
    Instant old = InMemoryIam.START.minus(Duration.ofDays(400));
    tried(user("bob"), "iam:GetUser", old, "us-east-1");
    assertNull(services(generate(BOB)).getFirst().lastAuthenticated());
    tried(user("bob"), "iam:GetUser", old.plusSeconds(1), "us-east-1");
    assertEquals(old.plusSeconds(1), services(generate(BOB)).getFirst().lastAuthenticated());
  }

  @Test
  void reportStaysAsItWasMadeButShowsEntitiesAsTheyAre() {
    String job = generate(BOB);
    iam.call(
        PutUserPolicyRequest.builder()
            .userName("bob")
            .policyName("more")
            .policyDocument(DOCUMENT.replace("s3:GetObject", "sqs:ListQueues"))
            .build());
    tried(user("bob"), "iam:GetUser", InMemoryIam.START, "us-east-1");
    iam.call(UpdateUserRequest.builder().userName("bob").newUserName("rob").build());
    assertEquals(3, services(job).size());
    assertEquals(0, services(job).getFirst().totalAuthenticatedEntities());
    assertEquals(List.of("rob"), entities(job, "s3"));
    assertEquals(4, services(generate(PREFIX + "user/team/rob")).size());
  }

  @Test
  void reportIsOnlyForWhoHasMadeIt() {
    String roots = generate(BOB);
    String anns = job(iam.asUser("ann"), request(BOB));
    iam.asUser("ann").call(get(anns));
    assertEquals("Job " + anns + " does not exist.", iam.asUser("bob").error(get(anns)).message());
    assertEquals("NoSuchEntity", iam.error(getEntities(anns, "s3")).code());
    assertEquals("NoSuchEntity", iam.asUser("ann").error(get(roots)).code());
  }

  @Test
  void reportIsForgottenAfterADay() {
    String job = generate(BOB);
    iam.advance(Duration.ofDays(1));
    assertEquals(3, services(job).size());
    iam.advance(Duration.ofSeconds(1));
    assertEquals("NoSuchEntity", iam.error(get(job)).code());
    assertTrue(iam.account().accessReports().byId(job).isPresent());
    generate(BOB);
    assertEquals(1, iam.account().accessReports().size());
  }

  @Test
  void newestHundredReportsOfWhoAsksAreKept() {
    String ofAnn = job(iam.asUser("ann"), request(BOB));
    List<String> jobs = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      jobs.add(generate(BOB));
      iam.advance(Duration.ofSeconds(1));
    }
    assertEquals(101, iam.account().accessReports().size());
    assertEquals("NoSuchEntity", iam.error(get(jobs.getFirst())).code());
    assertEquals(3, services(jobs.get(1)).size());
    iam.asUser("ann").call(get(ofAnn));
  }

  @Test
  void pagesGoOnInTheSameReportOnly() {
    String job = generate(POLICY);
    List<String> seen = new ArrayList<>();
    String marker = null;
    do {
      GetServiceLastAccessedDetailsResponse page = page(job, marker);
      page.servicesLastAccessed().forEach(service -> seen.add(service.serviceNamespace()));
      marker = page.marker();
    } while (marker != null);
    assertEquals(List.of("iam", "s3", "sts"), seen);
    String ofJob = page(job, null).marker();
    String invalid = "The marker passed in the request was invalid.";
    assertEquals(
        invalid, iam.error(get(generate(BOB)).toBuilder().marker(ofJob).build()).message());
    var entities = getEntities(job, "s3").toBuilder();
    assertEquals(invalid, iam.error(entities.marker(ofJob).build()).message());
    assertEquals("Invalid Marker.", iam.error(entities.marker("x").build()).message());
    String second = entities(entities.marker(null).maxItems(1).build()).marker();
    assertEquals(
        List.of("bob", "app"),
        entities(getEntities(job, "iam").toBuilder().marker(second).build())
            .entityDetailsList()
            .stream()
            .map(entity -> entity.entityInfo().name())
            .toList());
  }

  private GetServiceLastAccessedDetailsResponse page(String job, @Nullable String marker) {
    return iam.call(
        get(job).toBuilder().maxItems(1).marker(marker).build(),
        GetServiceLastAccessedDetailsResponse.class);
  }

  @Test
  void namespaceOfEntitiesIsExact() {
    assertEquals(
        "Service namepace S3 is either invalid or unsupported.",
        iam.error(getEntities(generate(BOB), "S3")).message());
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:iam::111122223333:user/team/eve,   NoSuchEntity",
    "arn:aws:iam::111122223333:policy/Nothing,  NoSuchEntity",
    "arn:aws:iam::aws:policy/Nothing,           NoSuchEntity",
    "arn:aws:iam::111122223333:root,            InvalidInput",
    "arn:aws:iam::111122223333:mfa/m,           InvalidInput",
    "arn:aws:s3::111122223333:user/team/bob,    ValidationError",
    "arn:aws:iam::444455556666:user/team/bob,   AccessDenied",
    "arn:aws:iam::aws:user/team/bob,            AccessDenied",
  })
  void arnOfAnythingElseIsRefused(String arn, String code) {
    assertEquals(code, iam.error(request(arn)).code());
  }
}

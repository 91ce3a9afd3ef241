package io.claviger.wire.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import io.claviger.wire.http.HttpResponse;
import java.io.InputStream;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.GetAccountSummaryResponse;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.UpdateAccountPasswordPolicyRequest;
import software.amazon.awssdk.services.iam.model.User;

class QueryProtocolTest {

  private static final String IAM = "https://iam.amazonaws.com/doc/2010-05-08/";

  @Test
  void anAnswerHasAResultAndMetadata() {
    User user =
        User.builder().userName("bob").createDate(Instant.parse("2026-01-02T03:04:05.9Z")).build();
    HttpResponse response = encode("CreateUser", CreateUserResponse.builder().user(user).build());
    assertEquals(200, response.status());
    assertEquals(
        List.of(new Header("Content-Type", "text/xml"), new Header("x-amzn-RequestId", "id-1")),
        response.headers());
    assertEquals(
        "<CreateUserResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><CreateUserResult>"
            + "<User><UserName>bob</UserName><CreateDate>2026-01-02T03:04:05Z</CreateDate></User>"
            + "</CreateUserResult><ResponseMetadata><RequestId>id-1</RequestId></ResponseMetadata>"
            + "</CreateUserResponse>",
        response.body());
  }

  @Test
  void anOperationThatAnswersNothingHasNoResult() {
    assertEquals(
        "<DeleteUserResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><ResponseMetadata>"
            + "<RequestId>id-1</RequestId></ResponseMetadata></DeleteUserResponse>",
        encode("DeleteUser", DeleteUserResponse.builder().build()).body());
  }

  @Test
  void anEmptyListIsWrittenAndAnAbsentOneIsNot() {
    String empty = encode("ListUsers", ListUsersResponse.builder().users(List.of()).build()).body();
    assertTrue(empty.contains("<Users></Users>"), empty);
    String absent = encode("ListUsers", ListUsersResponse.builder().build()).body();
    assertFalse(absent.contains("<Users>"), absent);
  }

  @Test
  void aMapIsEntries() {
    var summary = GetAccountSummaryResponse.builder().summaryMapWithStrings(Map.of("Users", 3));
    String body = encode("GetAccountSummary", summary.build()).body();
    assertTrue(
        body.contains("<SummaryMap><entry><key>Users</key><value>3</value></entry></SummaryMap>"),
        body);
  }

  @Test
  void anAnswerOfAnotherOperationIsOurBug() {
    assertThrows(
        IllegalStateException.class,
        () -> encode("CreateUser", DeleteUserResponse.builder().build()));
  }

  @Test
  void anErrorSaysWhoseFaultItIs() {
    HttpResponse sender = error(new ServiceError("NoSuchEntity", 404, "No user a"));
    assertEquals(404, sender.status());
    assertEquals(
        "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type>"
            + "<Code>NoSuchEntity</Code><Message>No user a</Message></Error>"
            + "<RequestId>id-1</RequestId></ErrorResponse>",
        sender.body());
    assertFalse(error(new ServiceError("ReportNotPresent", 410, "")).body().contains("Message"));
    HttpResponse receiver = error(new ServiceError("ServiceFailure", 500, "x"));
    assertTrue(receiver.body().contains("<Type>Receiver</Type>"), receiver.body());
  }

  @Test
  void parametersBecomeMembers() {
    assertEquals(
        CreateUserRequest.builder().userName("bob").tags(tag("a", "1"), tag("b", "2")).build(),
        decode(
            "CreateUser",
            "UserName=bob&Tags.member.1.Key=a&Tags.member.1.Value=1&Tags.member.2.Key=b"
                + "&Tags.member.2.Value=2"));
    assertEquals(
        UpdateAccountPasswordPolicyRequest.builder()
            .minimumPasswordLength(-12)
            .requireSymbols(true)
            .requireNumbers(false)
            .build(),
        decode(
            "UpdateAccountPasswordPolicy",
            "MinimumPasswordLength=-12&RequireSymbols=true&RequireNumbers=false"));
  }

  @Test
  void aListIsInTheOrderOfItsNumbers() {
    List<Tag> tags = IntStream.rangeClosed(1, 12).mapToObj(i -> tag("k" + i, "v")).toList();
    var query = new StringBuilder("UserName=bob");
    for (int i = 12; i > 0; i--) {
      // Numbers may be left out; the order is what counts.
      int number = i * 3;
      query.append("&Tags.member.%d.Key=k%d&Tags.member.%d.Value=v".formatted(number, i, number));
    }
    assertEquals(
        CreateUserRequest.builder().userName("bob").tags(tags).build(),
        decode("CreateUser", query.toString()));
  }

  @Test
  void aBareListIsAnExplicitEmptyOne() {
    var bare = (CreateUserRequest) decode("CreateUser", "Tags=");
    assertTrue(bare.hasTags());
    assertFalse(((CreateUserRequest) decode("CreateUser", "UserName=a")).hasTags());
  }

  @Test
  void abuse_053_whatTheOperationDoesNotKnowSetsNothing() {
    assertEquals(
        CreateUserRequest.builder().userName("bob").tags(tag("a", "b")).build(),
        decode(
            "CreateUser",
            "UserName=bob&Arn=x&UserId=AIDA&username2=y&User.UserName=eve&Tags.member.1.Key=a"
                + "&Tags.member.1.Value=b&Tags.member.1.Owner=eve&.=x&..=y"));
  }

  @ParameterizedTest
  @CsvSource({
    "UserName.1=bob,Start of list found where not expected",
    "UserName.member.1=bob,Start of list found where not expected",
    "UserName=a&UserName.member.1=b,Start of list found where not expected",
    "UserName.First=bob,Start of structure or map found where not expected",
    "UserName.=bob,Start of structure or map found where not expected",
    "Tags=x,Expected a list at 'Tags'",
    "Tags.1.Key=a,Expected a list at 'Tags'",
    "Tags=&Tags.member.1.Key=a,Expected a list at 'Tags'",
    "Tags.member=a,Expected a list at 'Tags'",
    "Tags.member.1=a,Expected a structure at 'Tags.member'",
    "Tags.member.0.Key=a,0 is not a valid index.",
    "Tags.member.01.Key=a,01 is not a valid index.",
    "Tags.member.-1.Key=a,-1 is not a valid index.",
    "Tags.member.N.Key=a,N is not a valid index.",
    "Tags.member..Key=a,' is not a valid index.'",
    "Tags.member.1000000000.Key=a,1000000000 is not a valid index."
  })
  void aParameterOfTheWrongShapeIsMalformed(String query, String message) {
    var error = assertThrows(ServiceError.class, () -> decode("CreateUser", query));
    assertEquals("MalformedInput", error.code());
    assertEquals(400, error.status());
    assertEquals(message, error.message());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1.0",
        "1e3",
        "%2B1",
        "-",
        "--1",
        "1-",
        "2147483648",
        "99999999999999999999",
        "%D9%A1",
        " 1"
      })
  void aNumberIsDecimalDigits(String value) {
    var error =
        assertThrows(
            ServiceError.class,
            () -> decode("UpdateAccountPasswordPolicy", "MinimumPasswordLength=" + value));
    assertEquals("MalformedInput", error.code());
    assertEquals("Expected an integer at 'MinimumPasswordLength'", error.message());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "True", "1", "yes", "FALSE"})
  void aFlagIsTrueOrFalse(String value) {
    var error =
        assertThrows(
            ServiceError.class,
            () -> decode("UpdateAccountPasswordPolicy", "RequireSymbols=" + value));
    assertEquals("Expected true or false at 'RequireSymbols'", error.message());
  }

  @Test
  void abuse_073_nothingInAnAnswerCanBecomeMarkup() {
    User user = User.builder().userName("</UserName><Arn>&x\"']]>").build();
    String body = encode("CreateUser", CreateUserResponse.builder().user(user).build()).body();
    assertTrue(
        body.contains("<UserName>&lt;/UserName&gt;&lt;Arn&gt;&amp;x&quot;']]&gt;</UserName>"),
        body);
    HttpResponse error = error(new ServiceError("X", 400, "<script>\r\u0000\uD800\uFFFE\u001b"));
    assertTrue(
        error.body().contains("<Message>&lt;script&gt;&#xD;\uFFFD\uFFFD\uFFFD\uFFFD</Message>"),
        error.body());
  }

  @Test
  void anActionThatIsNoneIsNamedWithItsVersion() {
    assertEquals(
        "Could not find operation Fly for version 2010-05-08",
        QueryErrors.invalidAction("Fly", "2010-05-08").message());
    assertEquals("Could not find operation Fly", QueryErrors.invalidAction("Fly", "").message());
    assertEquals("MissingAction", QueryErrors.missingAction().code());
  }

  @Test
  void honestTextIsWrittenAsItIs() {
    User user = User.builder().userName("tab\tline\né 汉 😀 \uE000").build();
    String body = encode("CreateUser", CreateUserResponse.builder().user(user).build()).body();
    assertTrue(body.contains("<UserName>tab\tline\né 汉 😀 \uE000</UserName>"), body);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static OperationModel operation(String name) {
    return ApiModel.iam().operation(name).orElseThrow();
  }

  private static HttpResponse encode(String name, AwsResponse output) {
    return QueryProtocol.encode(operation(name), output, "id-1");
  }

  private static HttpResponse error(ServiceError error) {
    return QueryProtocol.encodeError(error, IAM, "id-1");
  }

  private static AwsRequest decode(String name, String query) {
    HttpRequest request =
        new HttpRequest(
            "GET",
            "/",
            query,
            List.of(),
            InputStream.nullInputStream(),
            InetAddress.getLoopbackAddress(),
            false);
    return QueryProtocol.decode(operation(name), Form.parse(request, new byte[0]));
  }
}

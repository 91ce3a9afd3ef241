package io.claviger.wire.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void postCarriesItsParametersInTheBody() {
    Form form = post(FORM + "; charset=utf-8", "Action=ListUsers&Version=2010-05-08");
    assertEquals("ListUsers", form.action().orElseThrow());
    assertEquals("2010-05-08", form.version().orElseThrow());
  }

  @Test
  void getCarriesThemInTheQueryString() {
    Form form = get("Action=GetUser&UserName=bob");
    assertEquals(Map.of("Action", "GetUser", "UserName", "bob"), form.parameters());
  }

  @Test
  void postMayHaveBoth() {
    Form form =
        Form.parse(
            request("POST", "Action=GetUser", FORM),
            "UserName=bob".getBytes(StandardCharsets.UTF_8));
    assertEquals(Map.of("Action", "GetUser", "UserName", "bob"), form.parameters());
  }

  @ParameterizedTest
  @CsvSource({
    "A=a+b,'a b'",
    "A=a%20b,'a b'",
    "A=a%2Bb,a+b",
    "A=%c3%A9,é",
    "A=é,é",
    "A=,''",
    "A,''",
    "A=b=c,b=c",
    "&&A=b&,b",
    "A=%F0%9F%98%80,😀"
  })
  void valuesAreDecodedAsForms(String query, String value) {
    assertEquals(Map.of("A", value), get(query).parameters());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A=%",
        "A=%4",
        "A=%zz",
        "A=%+1",
        "%=A",
        "A=%ff",
        "A=%C0%AF",
        "A=%ED%A0%80",
        "A=%E2%82",
        "A=%4\u00b2"
      })
  void whatCannotBeDecodedIsMalformed(String query) {
    assertEquals("MalformedQueryString", code(() -> get(query)));
    assertEquals("MalformedQueryString", code(() -> post(FORM, query)));
  }

  @Test
  void aParameterNeedsAName() {
    assertEquals("InvalidQueryParameter", code(() -> get("=x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        FORM,
        FORM + ";charset=UTF-8",
        FORM + "; charset=\"utf-8\"",
        "Application/X-WWW-Form-URLEncoded",
        FORM + "; boundary=x"
      })
  void aFormInUtf8IsRead(String contentType) {
    assertEquals("b", post(contentType, "A=b").parameter("A").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/plain", "", FORM + "; charset=iso-8859-1", FORM + "x"})
  void anyOtherBodyIsRefused(String contentType) {
    assertEquals("UnsupportedMediaType", code(() -> post(contentType, "A=b")));
  }

  @Test
  void aBodyWithoutOrWithTwoContentTypesIsRefused() {
    HttpRequest two =
        new HttpRequest(
            "POST",
            "/",
            "",
            List.of(new Header("Content-Type", FORM), new Header("content-type", "text/plain")),
            InputStream.nullInputStream(),
            InetAddress.getLoopbackAddress(),
            false);
    assertEquals("UnsupportedMediaType", code(() -> Form.parse(two, new byte[] {'A'})));
    assertEquals(
        "UnsupportedMediaType",
        code(() -> Form.parse(request("POST", "", null), new byte[] {'A'})));
    assertTrue(Form.parse(request("POST", "", null), new byte[0]).parameters().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "HEAD", "get", "TRACE"})
  void onlyGetAndPostAreServed(String method) {
    assertEquals(
        "MethodNotAllowed", code(() -> Form.parse(request(method, "A=b", FORM), new byte[0])));
  }

  @Test
  void aThousandParametersAreRead() {
    assertEquals(1000, get(numbered("q", 1000)).parameters().size());
    assertEquals(1000, both(numbered("q", 500), numbered("b", 500)).parameters().size());
  }

  @Test
  void oneMoreIsRefused() {
    assertEquals("InvalidQueryParameter", code(() -> get(numbered("q", 1001))));
    assertEquals("InvalidQueryParameter", code(() -> both(numbered("q", 500), numbered("b", 501))));
  }

  @Test
  void theParametersOfASignatureAreNoneOfTheApi() {
    assertEquals(
        Map.of("Action", "ListUsers"),
        get("Action=ListUsers&X-Amz-Signature=ab&X-Amz-Security-Token=secret").parameters());
  }

  @Nested
  class Abuse_006_repeatedParameter {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Action=ListUsers&Action=ListUsers", "Action=ListUsers&action=DeleteUser",
              "UserName=a&username=b",
          "X-Amz-Credential=a&X-Amz-Credential=b", "X-Amz-Date=a&x-amz-date=b",
              "A%63tion=x&Action=y"
        })
    void isRefused(String query) {
      assertEquals("InvalidQueryParameter", code(() -> get(query)));
      assertEquals("InvalidQueryParameter", code(() -> post(FORM, query)));
    }

    @Test
    void parametersThatDifferInMoreThanCaseAreRead() {
      assertEquals(2, get("UserName=a&NewUserName=b").parameters().size());
    }
  }

  @Nested
  class Abuse_007_parameterInBodyAndQueryString {

    @ParameterizedTest
    @CsvSource({"UserName=a,UserName=b", "UserName=a,UserName=a", "UserName=a,username=b"})
    void isRefused(String query, String body) {
      assertEquals("InvalidQueryParameter", code(() -> both(query, body)));
    }

    @Test
    void parametersInOneOfThemAreRead() {
      assertEquals(
          Map.of("Action", "x", "UserName", "b"), both("Action=x", "UserName=b").parameters());
    }
  }

  private static String numbered(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> prefix + i + "=x")
        .collect(Collectors.joining("&"));
  }

  private static Form get(String query) {
    return Form.parse(request("GET", query, null), new byte[0]);
  }

  private static Form post(String contentType, String body) {
    return both(contentType, "", body);
  }

  private static Form both(String query, String body) {
    return both(FORM, query, body);
  }

  private static Form both(String contentType, String query, String body) {
    return Form.parse(request("POST", query, contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpRequest request(String method, String query, @Nullable String contentType) {
    List<Header> headers =
        contentType == null ? List.of() : List.of(new Header("Content-Type", contentType));
    return new HttpRequest(
        method,
        "/",
        query,
        headers,
        InputStream.nullInputStream(),
        InetAddress.getLoopbackAddress(),
        false);
  }

  private static String code(Runnable parse) {
    return assertThrows(ServiceError.class, parse::run).code();
  }
}

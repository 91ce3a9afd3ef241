package io.claviger.wire.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.services.iam.model.CreateLoginProfileRequest;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.Tag;

class RedactedJsonTest {

  private static final Pattern HIDDEN_BY_SDK = Pattern.compile("(\\w+)=\\*\\*\\*");

  @Test
  void passwordsAreMaskedAndTheRestIsThere() {
    String json =
        RedactedJson.of(
            CreateLoginProfileRequest.builder()
                .userName("ana")
                .password("hunter2")
                .passwordResetRequired(true)
                .build());
    assertEquals(
        "{\"userName\":\"ana\",\"password\":\"HIDDEN_DUE_TO_SECURITY_REASONS\","
            + "\"passwordResetRequired\":true}",
        json);
  }

  @Test
  void listsAndStructuresAreWritten() {
    Tag tag = Tag.builder().key("k").value("v\"\n").build();
    assertEquals(
        "{\"userName\":\"bob\",\"tags\":[{\"key\":\"k\",\"value\":\"v\\\"\\n\"}]}",
        RedactedJson.of(CreateUserRequest.builder().userName("bob").tags(tag).build()));
  }

  @Test
  void Abuse_122_longTextIsCutAndSaysSo() {
    String json =
        RedactedJson.of(
            CreateUserRequest.builder()
                .userName("b".repeat(65_536))
                .path("x".repeat(65_537))
                .build());
    assertTrue(json.contains("b".repeat(65_536)), "cut too early");
    assertTrue(
        json.contains(
            "x".repeat(1_024)
                + "… (cut from 65537 characters, SHA-256 "
                + "1abe08ebecf1c18cab71f6fe28aaddf20268f85bad78bb9a72f88ca47c874662)\""),
        () -> json.substring(json.length() - 200));
  }

  /// What the SDK keeps out of its own texts must not stand in the audit trail either.
  @Test
  void everyMemberThatTheSdkHidesIsMasked() {
    Set<String> hidden = new TreeSet<>();
    Stream.of(ApiModel.iam(), ApiModel.sts())
        .flatMap(api -> api.operations().stream())
        .forEach(operation -> {
          hidden.addAll(hiddenMembers(operation.newInput()));
          hidden.addAll(hiddenMembers(builder(operation.output())));
        });
    assertTrue(hidden.contains("Password"), hidden.toString());
    hidden.removeIf(RedactedJson::isSecret);
    assertEquals(Set.of(), hidden);
  }

  private static SdkPojo builder(Class<?> type) {
    try {
      return (SdkPojo) type.getMethod("builder").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(String.valueOf(e.getMessage()), e);
    }
  }

  private static Set<String> hiddenMembers(SdkPojo builder) {
    for (SdkField<?> field : builder.sdkFields()) {
      if (field.marshallingType().equals(MarshallingType.STRING)) {
        field.set(builder, "x");
      }
    }
    Set<String> members = new TreeSet<>();
    Object built = ((software.amazon.awssdk.utils.builder.SdkBuilder<?, ?>) builder).build();
    Matcher matcher = HIDDEN_BY_SDK.matcher(built.toString());
    while (matcher.find()) {
      members.add(matcher.group(1));
    }
    return members;
  }
}

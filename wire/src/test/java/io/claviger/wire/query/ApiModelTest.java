package io.claviger.wire.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderRequest;
import software.amazon.awssdk.services.iam.model.CreateSamlProviderResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

class ApiModelTest {

  @Test
  void anApiKnowsItsVersionAndNamespace() {
    assertEquals("iam", ApiModel.iam().service());
    assertEquals("2010-05-08", ApiModel.iam().apiVersion());
    assertEquals("https://iam.amazonaws.com/doc/2010-05-08/", ApiModel.iam().xmlNamespace());
    assertEquals("sts", ApiModel.sts().service());
    assertEquals("2011-06-15", ApiModel.sts().apiVersion());
    assertEquals("https://sts.amazonaws.com/doc/2011-06-15/", ApiModel.sts().xmlNamespace());
  }

  @Test
  void operationNamesMayDifferFromTheirClassesInCase() {
    OperationModel operation = ApiModel.iam().operation("CreateSAMLProvider").orElseThrow();
    assertEquals(CreateSamlProviderRequest.class, operation.input());
    assertEquals(CreateSamlProviderResponse.class, operation.output());
    assertEquals(
        operation, ApiModel.iam().operation(CreateSamlProviderRequest.class).orElseThrow());
    assertEquals("iam:CreateSAMLProvider", operation.toString());
  }

  @Test
  void namesAreComparedExactly() {
    assertTrue(ApiModel.iam().operation("createUser").isEmpty());
    assertTrue(ApiModel.iam().operation("GetCallerIdentity").isEmpty());
    assertTrue(ApiModel.iam().operation(GetCallerIdentityRequest.class).isEmpty());
  }

  @Test
  void errorsHaveTheCodeAndStatusOfTheModel() {
    assertTrue(
        ApiModel.iam()
            .errors()
            .contains(new ErrorModel("NoSuchEntityException", "NoSuchEntity", 404)));
    assertTrue(
        ApiModel.sts()
            .errors()
            .contains(
                new ErrorModel("PackedPolicyTooLargeException", "PackedPolicyTooLarge", 400)));
    assertEquals(35, ApiModel.iam().errors().size());
    assertEquals(12, ApiModel.sts().errors().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"surprise\tx", "shape\tdouble", ""})
  void aModelWithOtherLinesIsNotRead(String line) {
    assertThrows(
        IllegalStateException.class, () -> ModelReader.read(new StringReader(line + "\n")));
  }

  @Test
  void aServiceWithoutModelIsOurBug() {
    assertThrows(IllegalStateException.class, () -> ModelReader.read("s3"));
  }

  @Test
  void aModelThatNamesAClassTheSdkLacksIsFound() {
    ApiModel model =
        ModelReader.read(new StringReader("service\tiam\t1\tx\noperation\tFly\tFly\t-\n"));
    OperationModel operation = model.operation("Fly").orElseThrow();
    assertThrows(IllegalStateException.class, operation::input);
  }
}

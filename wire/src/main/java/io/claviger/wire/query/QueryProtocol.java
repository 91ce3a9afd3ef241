package io.claviger.wire.query;

import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest.Header;
import io.claviger.wire.http.HttpResponse;
import java.util.List;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkPojo;

/// The AWS Query protocol over the SDK's types, the same for every operation of IAM and STS.
///
/// Texts go through unchanged. Where AWS answers a policy document URL-encoded (RFC 3986), as
/// `GetRole` and `GetPolicyVersion` do, the operation encodes it: the protocol knows no documents.
///
/// AWS rule: Smithy, "AWS Query protocol"; IAM User Guide, "Calling the IAM API using HTTP query
/// requests".
public final class QueryProtocol {

  /// The namespace of an error that is found before it is clear which API was meant.
  public static final String FAULT_NAMESPACE = "http://webservices.amazon.com/AWSFault/2005-15-09";

  private QueryProtocol() {}

  /// The request that `form` spells. Parameters that the operation does not know are ignored, as
  /// AWS does; those it knows must have the right shape.
  ///
  /// @throws ServiceError `MalformedInput`, when a parameter has the wrong shape
  public static AwsRequest decode(OperationModel operation, Form form) {
    SdkPojo builder = operation.newInput();
    RequestDecoder.fill(builder, ParameterTree.of(form.parameters()), "");
    return ((AwsRequest.Builder) builder).build();
  }

  /// The answer to a request that was served.
  ///
  /// @param output of the type [OperationModel#output()]
  public static HttpResponse encode(
      OperationModel operation, AwsResponse output, String requestId) {
    if (!operation.output().isInstance(output)) {
      throw new IllegalStateException(operation + " does not answer a " + output.getClass());
    }
    String name = operation.name();
    XmlWriter xml = new XmlWriter().open(name + "Response", operation.xmlNamespace());
    if (operation.hasResult()) {
      xml.open(name + "Result");
      new ResponseEncoder(xml).members(output);
      xml.close(name + "Result");
    }
    xml.open("ResponseMetadata").element("RequestId", requestId).close("ResponseMetadata");
    xml.close(name + "Response");
    return response(200, xml, requestId);
  }

  /// The answer to a request that could not be served. An error without a message has no element
  /// for one: AWS sends some so, which its clients then call unknown.
  ///
  /// @param namespace that of the API, or [#FAULT_NAMESPACE]
  public static HttpResponse encodeError(ServiceError error, String namespace, String requestId) {
    XmlWriter xml =
        new XmlWriter()
            .open("ErrorResponse", namespace)
            .open("Error")
            .element("Type", error.isReceiverFault() ? "Receiver" : "Sender")
            .element("Code", error.code());
    if (!error.message().isEmpty()) {
      xml.element("Message", error.message());
    }
    xml.close("Error").element("RequestId", requestId).close("ErrorResponse");
    return response(error.status(), xml, requestId);
  }

  private static HttpResponse response(int status, XmlWriter xml, String requestId) {
    return new HttpResponse(
        status,
        List.of(new Header("Content-Type", "text/xml"), new Header("x-amzn-RequestId", requestId)),
        xml.toString());
  }
}

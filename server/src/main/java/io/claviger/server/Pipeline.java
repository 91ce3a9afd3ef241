package io.claviger.server;

import io.claviger.access.Authenticator;
import io.claviger.access.CallRestrictions;
import io.claviger.access.Caller;
import io.claviger.account.AuditEvent;
import io.claviger.account.AuditLog;
import io.claviger.account.Ids;
import io.claviger.server.audit.CallRecord;
import io.claviger.server.http.Listener;
import io.claviger.service.Operation;
import io.claviger.service.ReadOperation;
import io.claviger.store.StoreFailure;
import io.claviger.wire.ServiceError;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpResponse;
import io.claviger.wire.query.Constraints;
import io.claviger.wire.query.Form;
import io.claviger.wire.query.OperationModel;
import io.claviger.wire.query.QueryErrors;
import io.claviger.wire.query.QueryProtocol;
import io.claviger.wire.query.RedactedJson;
import io.claviger.wire.sigv4.SignedRequest;
import io.claviger.wire.sigv4.SigningErrors;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;

/// From a request's bytes to the answer's: the one way every call goes. Each leaves an audit event:
/// that of an answered write is committed with its change, any other is appended here. Only who
/// assumes a role of another account leaves one in either.
final class Pipeline implements Listener.Responder {

  private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

  /// More than most requests need: a policy document with all its quotas, a certificate with its
  /// chain.
  private static final int MAX_BODY_BYTES = 256 * 1024;

  /// More than the largest metadata document of a SAML provider, ten million characters, takes in a
  /// form. Only who names credentials that there are may send so much.
  private static final int MAX_LARGE_BODY_BYTES = 16 * 1024 * 1024;

  private final ServedApis apis;
  private final Authenticator authenticator;
  private final Performance performance;
  private final AuditLog audit;
  private final InstantSource clock;
  private final Ids ids;

  Pipeline(
      ServedApis apis,
      Authenticator authenticator,
      Performance performance,
      AuditLog audit,
      InstantSource clock,
      Ids ids) {
    this.apis = apis;
    this.authenticator = authenticator;
    this.performance = performance;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public HttpResponse respond(HttpRequest request) {
    CallRecord record = new CallRecord(ids.uuid(), ids.uuid(), now(), request);
    try {
      return answer(request, record);
    } catch (ServiceError error) {
      return refuse(error, record);
    } catch (StoreFailure failure) {
      LOG.error("Request {} could not be made durable", record.requestId(), failure);
      return refuse(ServerErrors.serviceUnavailable(), record);
    } catch (RuntimeException bug) {
      LOG.error("Request {} failed", record.requestId(), bug);
      return refuse(ServerErrors.serviceFailure(), record);
    }
  }

  private HttpResponse answer(HttpRequest request, CallRecord record) {
    byte[] body = read(request);
    Form form = Form.parse(request, body);
    Optional<SignedRequest> signed = SignedRequest.parse(request);
    ServedApi api = apis.route(signed, form);
    String action = form.action().orElseThrow(QueryErrors::missingAction);
    String region = signed.map(signature -> signature.scope().region()).orElse("");
    record.asked(api.service(), action, region);
    Caller caller = authenticate(request, body, signed, api, action);
    record.calledBy(caller);
    CallRestrictions.find(caller, api.service(), action).ifPresent(Pipeline::refuse);
    OperationModel model = api.operation(action, form.version().orElse(""));
    performance.tried(caller, api.service(), model.name(), record);
    Operation<?, ?> operation = api.serving(model);
    AwsRequest input = QueryProtocol.decode(model, form);
    record.took(
        caller instanceof Caller.Anonymous ? RedactedJson.brief(input) : RedactedJson.of(input));
    Constraints.check(model, input);
    AwsResponse output = performance.of(operation, input, caller, request, record);
    HttpResponse response = QueryProtocol.encode(model, output, record.requestId());
    if (record.isReadOnly()) {
      keep(operation, output, record);
    }
    return response;
  }

  /// Keeps the event of a read: nothing of its answer but the credentials that it hands out, and of
  /// them not what is secret. Credentials are not handed out without their events.
  private void keep(Operation<?, ?> operation, AwsResponse output, CallRecord record) {
    if (operation instanceof ReadOperation<?, ?> read && read.handsOutCredentials()) {
      String elements = RedactedJson.of(output);
      audit.append(record.success(elements));
      record.successElsewhere(ids.uuid(), elements).ifPresent(audit::append);
    } else {
      append(record.success(null), record);
    }
  }

  /// AWS's times are whole seconds.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private Caller authenticate(
      HttpRequest request,
      byte[] body,
      Optional<SignedRequest> signed,
      ServedApi api,
      String action) {
    Optional<Caller> signer =
        signed.map(one -> authenticator.authenticate(request, body, one, api.service()));
    if (api.isUnsigned(action)) {
      // The token says who calls. A signature need not be there, but must be good if it is.
      return new Caller.Anonymous();
    }
    return signer.orElseThrow(SigningErrors::missingAuthenticationToken);
  }

  private static void refuse(ServiceError error) {
    throw error;
  }

  private HttpResponse refuse(ServiceError error, CallRecord record) {
    append(record.failure(error), record);
    return QueryProtocol.encodeError(
        error, apis.xmlNamespace(record.service()), record.requestId());
  }

  /// Where the disk has failed, what changes nothing is still answered; that its event is lost is
  /// said where the operator looks.
  private void append(AuditEvent event, CallRecord record) {
    LOG.debug(
        "{} {} {} {}",
        record.requestId(),
        event.eventSource(),
        event.eventName(),
        event.errorCode() == null ? "OK" : event.errorCode());
    try {
      audit.append(event);
    } catch (StoreFailure failure) {
      LOG.error("The event of request {} could not be kept", record.requestId(), failure);
    }
  }

  private byte[] read(HttpRequest request) {
    try {
      byte[] body = request.body().readNBytes(MAX_BODY_BYTES + 1);
      if (body.length <= MAX_BODY_BYTES) {
        return body;
      }
      boolean mayBeLarge =
          SignedRequest.parse(request).filter(authenticator::knowsCredentials).isPresent();
      if (!mayBeLarge) {
        throw ServerErrors.requestTooLarge(MAX_BODY_BYTES);
      }
      byte[] rest = request.body().readNBytes(MAX_LARGE_BODY_BYTES - MAX_BODY_BYTES);
      if (body.length + rest.length > MAX_LARGE_BODY_BYTES) {
        throw ServerErrors.requestTooLarge(MAX_LARGE_BODY_BYTES);
      }
      byte[] whole = Arrays.copyOf(body, body.length + rest.length);
      System.arraycopy(rest, 0, whole, body.length, rest.length);
      return whole;
    } catch (IOException e) {
      throw ServerErrors.malformed("The body could not be read to its end.");
    }
  }
}

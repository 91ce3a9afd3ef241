package io.claviger.wire.query;

import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.UrlEncoded;
import io.claviger.wire.http.UrlEncoded.Parameter;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The parameters of a request, decoded: those of its query string and those of its form body
/// together.
///
/// A name may stand there once. A second one is refused even if it has another case, and so is one
/// in the query string beside one in the body: which of them counts must never be a question.
///
/// What belongs to a presigned URL (`X-Amz-Credential` and so on) is held to the same rule but is
/// no parameter of the API, so it is left out.
public final class Form {

  private static final String SIGNATURE_PREFIX = "x-amz-";

  private final Map<String, String> parameters;

  private Form(Map<String, String> parameters) {
    this.parameters = Collections.unmodifiableMap(parameters);
  }

  /// The parameters of `request`, whose body has been read into `body`.
  ///
  /// @throws io.claviger.wire.ServiceError when the method is neither GET nor POST, a body is no
  ///   form, a name or value cannot be decoded, a name is repeated, or there are more than 1,000
  public static Form parse(HttpRequest request, byte[] body) {
    if (!request.method().equals("GET") && !request.method().equals("POST")) {
      throw QueryErrors.unsupportedMethod();
    }
    var form = new Collector();
    form.addAll(UrlEncoded.parse(request.rawQuery()));
    if (body.length > 0) {
      requireForm(request.headers("content-type"));
      form.addAll(UrlEncoded.parse(body));
    }
    return new Form(form.parameters);
  }

  /// Every parameter by its name, sorted.
  public Map<String, String> parameters() {
    return parameters;
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /// The operation asked for.
  public Optional<String> action() {
    return parameter("Action");
  }

  /// The version of the API asked for, such as `2010-05-08`.
  public Optional<String> version() {
    return parameter("Version");
  }

  private static void requireForm(List<String> contentTypes) {
    if (contentTypes.size() != 1) {
      throw QueryErrors.unsupportedContentType();
    }
    String[] parts = contentTypes.getFirst().toLowerCase(Locale.ROOT).split(";", -1);
    boolean isForm = parts[0].strip().equals("application/x-www-form-urlencoded");
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip().replace("\"", "");
      isForm &= !part.startsWith("charset=") || part.equals("charset=utf-8");
    }
    if (!isForm) {
      throw QueryErrors.unsupportedContentType();
    }
  }

  private static final class Collector {

    private final Map<String, String> parameters = new TreeMap<>();
    private final Set<String> foldedNames = new HashSet<>();

    private void addAll(List<Parameter> added) {
      added.forEach(parameter -> add(parameter.name(), parameter.value()));
    }

    private void add(String name, String value) {
      if (name.isEmpty()) {
        throw QueryErrors.namelessParameter();
      }
      String folded = name.toLowerCase(Locale.ROOT);
      if (!foldedNames.add(folded)) {
        throw QueryErrors.repeatedParameter(name);
      }
      if (foldedNames.size() > UrlEncoded.MAX_PARAMETERS) {
        throw QueryErrors.tooManyParameters(UrlEncoded.MAX_PARAMETERS);
      }
      if (!folded.startsWith(SIGNATURE_PREFIX)) {
        parameters.put(name, value);
      }
    }
  }
}

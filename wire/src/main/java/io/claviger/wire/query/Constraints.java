package io.claviger.wire.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/// Checks a request against the API's model, before any operation sees it.
///
/// AWS names every violation at once and leaves out the values of secrets. IAM looks at the
/// characters of names and paths after everything else, and has sentences of its own for them.
///
/// AWS rule: IAM API Reference and STS API Reference, the constraints of each parameter; wording
/// from answers that users report.
public final class Constraints {

  /// IAM's own sentences, by the pattern that was not met.
  private static final Map<String, String> IAM_SENTENCES =
      Map.of(
          "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+",
          "It must contain only printable ASCII characters.",
          "[\\w+=,.@-]+",
          "It must contain only alphanumeric characters and/or the following: +=,.@_-",
          "(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)",
          "It must begin and end with / and contain only alphanumeric characters and/or / characters.");

  private final boolean isIam;
  private final List<String> violations = new ArrayList<>();
  private final List<String> iamViolations = new ArrayList<>();

  private Constraints(boolean isIam) {
    this.isIam = isIam;
  }

  /// Returns if `request` has every required member and all members have the values allowed.
  ///
  /// @throws io.claviger.wire.ServiceError `ValidationError`, naming all violations
  public static void check(OperationModel operation, AwsRequest request) {
    var constraints = new Constraints(operation.service().equals("iam"));
    constraints.structure(operation.inputShape(), request, "");
    if (!constraints.violations.isEmpty()) {
      throw QueryErrors.violations(constraints.violations);
    }
    if (!constraints.iamViolations.isEmpty()) {
      throw QueryErrors.validation(constraints.iamViolations.getFirst());
    }
  }

  private void structure(Shape.Structure structure, SdkPojo object, String prefix) {
    for (Shape.Member member : structure.members()) {
      String path = prefix + pathName(member.name());
      Object value = valueOf(object, member.name());
      if (value != null) {
        value(member.shape(), value, path);
      } else if (member.isRequired()) {
        violate("Value null", path, "Member must not be null");
      }
    }
  }

  private void value(Shape shape, Object value, String path) {
    switch (shape) {
      case Shape.Text text -> text(text, (String) value, path);
      case Shape.Whole whole -> whole(whole, (Integer) value, path);
      case Shape.Flag _ -> {}
      case Shape.Items items -> list(items, (List<?>) value, path);
      case Shape.Structure structure -> structure(structure, (SdkPojo) value, path + '.');
    }
  }

  private void text(Shape.Text shape, String value, String path) {
    String shown = shape.isSecret() ? "Value" : "Value '" + value + "'";
    for (Facet facet : Facet.of(shape)) {
      if (facet.isMetBy(value)) {
        continue;
      }
      String sentence = isIam ? IAM_SENTENCES.get(facet.pattern()) : null;
      if (sentence == null) {
        violate(shown, path, facet.demand());
      } else {
        iamViolations.add("The specified value for " + path + " is invalid. " + sentence);
      }
    }
  }

  private void whole(Shape.Whole shape, int value, String path) {
    if (value > shape.max()) {
      violate(
          "Value '" + value + "'",
          path,
          "Member must have value less than or equal to " + shape.max());
    }
    if (value < shape.min()) {
      violate(
          "Value '" + value + "'",
          path,
          "Member must have value greater than or equal to " + shape.min());
    }
  }

  /// A list of texts is one value to AWS, and each violation is one of the list; a list of
  /// structures is so for its length only, and its structures stand for themselves.
  private void list(Shape.Items shape, List<?> value, String path) {
    boolean isOfTexts = shape.member() instanceof Shape.Text;
    String shown = isOfTexts ? "Value '" + value + "'" : "Value";
    if (value.size() > shape.max()) {
      violate(shown, path, "Member must have length less than or equal to " + shape.max());
    }
    if (value.size() < shape.min()) {
      violate(shown, path, "Member must have length greater than or equal to " + shape.min());
    }
    if (shape.member() instanceof Shape.Text text) {
      List<Facet> facets = Facet.of(text);
      boolean isMet =
          value.stream()
              .allMatch(one -> facets.stream().allMatch(facet -> facet.isMetBy((String) one)));
      if (!isMet) {
        List<String> demands = facets.stream().map(Facet::demand).toList();
        violate(shown, path, "Member must satisfy constraint: " + demands);
      }
      return;
    }
    for (int i = 0; i < value.size(); i++) {
      value(shape.member(), value.get(i), path + '.' + (i + 1) + ".member");
    }
  }

  private void violate(String shown, String path, String demand) {
    violations.add(shown + " at '" + path + "' failed to satisfy constraint: " + demand);
  }

  /// The value of a member, or null when it is not set.
  private static @Nullable Object valueOf(SdkPojo object, String name) {
    SdkField<?> field = object.sdkFieldNameToField().get(name);
    if (field == null) {
      throw new IllegalStateException(object.getClass() + " lacks " + name);
    }
    Object value = field.getValueOrDefault(object);
    return value instanceof SdkAutoConstructList ? null : value;
  }

  /// `userName` for `UserName`, `sAMLMetadataDocument` for `SAMLMetadataDocument`: AWS lowers the
  /// first letter only.
  private static String pathName(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}

package io.claviger.cli.validate;

import io.claviger.policy.document.PolicyKind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What kinds of policy are called on the command line.
final class KindNames implements ITypeConverter<PolicyKind>, Iterable<String> {

  static String of(PolicyKind kind) {
    return switch (kind) {
      case IDENTITY -> "identity";
      case RESOURCE -> "resource";
      case TRUST -> "trust";
      case SERVICE_CONTROL -> "scp";
      case RESOURCE_CONTROL -> "rcp";
      case VPC_ENDPOINT -> "vpc-endpoint";
    };
  }

  private static List<String> all() {
    return Arrays.stream(PolicyKind.values()).map(KindNames::of).toList();
  }

  @Override
  public PolicyKind convert(String name) {
    for (PolicyKind kind : PolicyKind.values()) {
      if (of(kind).equals(name)) {
        return kind;
      }
    }
    throw new TypeConversionException("a kind is one of " + String.join(", ", all()));
  }

  @Override
  public Iterator<String> iterator() {
    return all().iterator();
  }
}

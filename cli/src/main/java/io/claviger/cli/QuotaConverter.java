package io.claviger.cli;

import io.claviger.account.Quota;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a quota from the command line, by the name that AWS prints.
final class QuotaConverter implements ITypeConverter<Quota> {

  @Override
  public Quota convert(String text) {
    List<Quota> all = List.of(Quota.values());
    return all.stream()
        .filter(quota -> quota.awsName().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + text + "' is none of the quotas " + names(all.stream())));
  }

  private static String names(Stream<Quota> quotas) {
    return String.join(", ", quotas.map(Quota::awsName).toList());
  }
}

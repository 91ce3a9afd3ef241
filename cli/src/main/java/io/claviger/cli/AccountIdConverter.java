package io.claviger.cli;

import io.claviger.base.AccountId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an account id from the command line.
final class AccountIdConverter implements ITypeConverter<AccountId> {

  @Override
  public AccountId convert(String text) {
    return AccountId.find(text)
        .orElseThrow(
            () -> new TypeConversionException("an account id has 12 digits, not '" + text + "'"));
  }
}

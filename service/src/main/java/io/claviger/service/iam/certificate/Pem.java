package io.claviger.service.iam.certificate;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// One block of a text in PEM (RFC 7468).
public final class Pem {

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private final String label;
  private final byte[] der;

  private Pem(String label, byte[] der) {
    this.label = label;
    this.der = der;
  }

  /// The blocks of a text, in order. Empty where anything but white space stands beside them, or in
  /// one of them anything but base64: so a key that is encrypted in OpenSSL's old way, whose block
  /// begins with headers, is none.
  public static Optional<List<Pem>> parse(String text) {
    List<Pem> blocks = new ArrayList<>();
    Iterator<String> lines =
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).iterator();
    while (lines.hasNext()) {
      Optional<Pem> block = block(lines.next(), lines);
      if (block.isEmpty()) {
        return Optional.empty();
      }
      blocks.add(block.get());
    }
    return Optional.of(blocks);
  }

  /// What it is: `CERTIFICATE`.
  public String label() {
    return label;
  }

  public byte[] der() {
    return der.clone();
  }

  private static Optional<Pem> block(String first, Iterator<String> rest) {
    if (!first.startsWith(BEGIN) || !first.endsWith(DASHES)) {
      return Optional.empty();
    }
    String label =
        first.substring(BEGIN.length(), Math.max(BEGIN.length(), first.length() - DASHES.length()));
    StringBuilder base64 = new StringBuilder();
    while (rest.hasNext()) {
      String line = rest.next();
      if (line.equals(END + label + DASHES)) {
        return decode(base64).map(der -> new Pem(label, der));
      }
      base64.append(line);
    }
    return Optional.empty();
  }

  private static Optional<byte[]> decode(StringBuilder base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64.toString()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}

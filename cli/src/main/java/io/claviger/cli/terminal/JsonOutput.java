package io.claviger.cli.terminal;

import java.io.StringWriter;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// Writes JSON that is laid out for reading. In ASCII, so that it survives whatever encoding the
/// terminal has.
public final class JsonOutput {

  private static final JsonFactory AS_IT_IS =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final JsonFactory IN_ASCII =
      AS_IT_IS.rebuild().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private JsonOutput() {}

  /// A generator on the writer, which it flushes but does not close.
  public static JsonGenerator open(Writer out) {
    return IN_ASCII.createGenerator(new Indented(), out);
  }

  /// The same JSON with line breaks and indentation.
  ///
  /// @throws tools.jackson.core.JacksonException if the text is no JSON
  public static String indent(String text) {
    StringWriter indented = new StringWriter();
    try (JsonParser from = AS_IT_IS.createParser(ObjectReadContext.empty(), text);
        JsonGenerator to = AS_IT_IS.createGenerator(new Indented(), indented)) {
      from.nextToken();
      to.copyCurrentStructure(from);
    }
    return indented.toString();
  }

  private static final class Indented extends ObjectWriteContext.Base {

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }

    @Override
    public PrettyPrinter getPrettyPrinter() {
      DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter(
              Separators.createDefaultInstance()
                  .withObjectNameValueSpacing(Separators.Spacing.AFTER));
      printer.indentArraysWith(indenter);
      printer.indentObjectsWith(indenter);
      return printer;
    }
  }
}

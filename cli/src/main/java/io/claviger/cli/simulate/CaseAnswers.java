package io.claviger.cli.simulate;

import io.claviger.policy.cases.BadCase;
import io.claviger.policy.cases.CaseLine;
import io.claviger.policy.cases.CaseReader;
import io.claviger.policy.cases.DecisionCase;
import io.claviger.policy.cases.LineBlock;
import io.claviger.policy.decide.Decision;
import io.claviger.policy.decide.Evaluator;
import io.claviger.policy.explain.Explanation;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Answers the cases of a block, a line of JSON each. Confined to one thread at a time.
final class CaseAnswers {

  private static final JsonFactory FACTORY = JsonFactory.builder().rootValueSeparator("").build();

  private final CaseReader reader = new CaseReader();
  private final boolean isExplaining;
  private final PrintWriter err;

  private long unanswered;

  /// @param isExplaining whether the reasons are wanted
  /// @param err is told of failures that no line should cause
  CaseAnswers(boolean isExplaining, PrintWriter err) {
    this.isExplaining = isExplaining;
    this.err = err;
  }

  /// The answers to all lines of the block, in order.
  byte[] answer(LineBlock block) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      for (LineBlock.Line line : block.lines()) {
        json.writeStartObject();
        answer(line, json);
        json.writeEndObject();
        json.writeRaw('\n');
      }
    }
    return bytes.toByteArray();
  }

  private void answer(LineBlock.Line line, JsonGenerator json) {
    String id = null;
    try {
      CaseLine read = reader.read(line);
      switch (read) {
        case BadCase bad -> error(bad.id(), bad.error(), json);
        case DecisionCase decidable -> {
          id = decidable.id();
          decide(decidable, json);
        }
      }
    } catch (RuntimeException bug) {
      // The cases behind this one want their answers all the same.
      err.println("claviger: unexpected failure at a case, a bug in claviger");
      bug.printStackTrace(err);
      err.flush();
      error(id, "Unexpected failure, a bug in claviger", json);
    }
  }

  /// How many lines so far were no cases that can be decided.
  long unanswered() {
    return unanswered;
  }

  private void error(@Nullable String id, String error, JsonGenerator json) {
    unanswered++;
    json.writeName("id");
    json.writeString(id);
    json.writeStringProperty("error", error);
  }

  private void decide(DecisionCase decidable, JsonGenerator json) {
    if (isExplaining) {
      Explanation explanation = Explanation.of(decidable.policies(), decidable.request());
      json.writeStringProperty("id", decidable.id());
      AnswerJson.writeExplained(explanation, json);
    } else {
      Decision decision = Evaluator.evaluate(decidable.policies(), decidable.request());
      json.writeStringProperty("id", decidable.id());
      AnswerJson.writeDecision(decision, json);
    }
  }
}

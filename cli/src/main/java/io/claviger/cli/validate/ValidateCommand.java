package io.claviger.cli.validate;

import io.claviger.cli.names.ServiceNames;
import io.claviger.cli.terminal.ColorOption;
import io.claviger.cli.terminal.InputText;
import io.claviger.cli.terminal.JsonOutput;
import io.claviger.cli.terminal.Specs;
import io.claviger.policy.document.DocumentedNames;
import io.claviger.policy.document.Finding;
import io.claviger.policy.document.PolicyKind;
import io.claviger.policy.document.PolicyParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// Says what is wrong with policies, each finding with its place.
@Command(
    name = "validate",
    description = {
      "Check policies, as strictly as AWS does when it saves them and beyond.",
      "Needs no server. Every finding is told, with its place; those of AWS's own checks bear AWS's names.",
      "Actions and condition keys that AWS does not document are warned of."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:no finding is an error",
      "1:a finding is an error, or with --strict a warning",
      "2:a file cannot be read, or the command was told wrongly"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./claviger validate policy.json",
      "  ./claviger validate --kind trust trust.json",
      "  ./claviger validate --strict policies/*.json",
      "  ./claviger validate --own-service ledger policy.json",
      "  ./claviger validate --sarif policies/*.json > findings.sarif",
      "  aws iam get-policy-version ... | jq .PolicyVersion.Document | ./claviger validate -"
    },
    mixinStandardHelpOptions = true)
public final class ValidateCommand implements Callable<Integer> {

  private static final int FINDINGS = 1;
  private static final int UNREADABLE = 2;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policies; - is standard input.")
  private List<String> files = List.of();

  @Option(
      names = "--kind",
      converter = KindNames.class,
      completionCandidates = KindNames.class,
      paramLabel = "KIND",
      description =
          "What the policies are for: ${COMPLETION-CANDIDATES}. Without it: identity, which is"
              + " also for groups, boundaries and sessions.")
  private @Nullable PolicyKind kind;

  @Option(
      names = "--json",
      description =
          "Print the findings as JSON: {\"policies\": [{\"file\", \"kind\", \"valid\", \"refusal\","
              + " \"findings\"}], \"unreadable\": [{\"file\", \"error\"}]}.")
  private boolean isJson;

  @Option(
      names = "--sarif",
      description =
          "Print the findings as SARIF 2.1.0. If a file cannot be read, the run's"
              + " executionSuccessful is false.")
  private boolean isSarif;

  @Option(
      names = "--own-service",
      paramLabel = "PREFIX",
      description =
          "A service that is not AWS's, or an identity provider: what stands before the colon in its"
              + " actions and condition keys. These are not warned of as names that AWS does not"
              + " document. May be given several times.")
  private List<String> ownServices = List.of();

  @Option(names = "--strict", description = "Warnings end with status 1, too.")
  private boolean isStrict;

  @Mixin private ColorOption color = new ColorOption();

  @Override
  public Integer call() {
    if (isJson && isSarif) {
      throw Specs.misuse(spec, "--json and --sarif: only one of them can be printed");
    }
    for (String prefix : ownServices) {
      if (prefix.isEmpty() || prefix.indexOf(':') >= 0) {
        throw Specs.misuse(spec, "--own-service " + prefix + ": give what stands before the colon");
      }
    }
    Report report = report();
    report.unread().forEach(unread -> Specs.err(spec).println("claviger: " + unread.reason()));
    Specs.err(spec).flush();
    print(report);
    int status = isFailed(report) ? FINDINGS : 0;
    return report.unread().isEmpty() ? status : UNREADABLE;
  }

  private boolean isFailed(Report report) {
    return report.isRefused() || (isStrict && report.count(Finding.Severity.WARNING) > 0);
  }

  private Report report() {
    List<Checked> checked = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    DocumentedNames names = new ServiceNames(ownServices);
    for (String file : files) {
      try {
        checked.add(check(file, names));
      } catch (IOException e) {
        unread.add(new Unread(file, String.valueOf(e.getMessage())));
      }
    }
    return new Report(checked, unread);
  }

  private Checked check(String file, DocumentedNames names) throws IOException {
    PolicyKind wanted = kind == null ? PolicyKind.IDENTITY : kind;
    String text = InputText.read(file);
    return new Checked(file, wanted, text, PolicyParser.parse(text, wanted, names));
  }

  private void print(Report report) {
    PrintWriter out = Specs.out(spec);
    if (isJson || isSarif) {
      try (JsonGenerator json = JsonOutput.open(out)) {
        if (isSarif) {
          new Sarif(json).write(report);
        } else {
          FindingsJson.write(report, json);
        }
      }
      out.println();
    } else {
      new FindingsText(color.ink(), kind == null, out).print(report);
    }
    out.flush();
  }
}

package io.claviger.cli.simulate;

import io.claviger.cli.names.KnownKeys;
import io.claviger.cli.names.ServiceNames;
import io.claviger.cli.terminal.ColorOption;
import io.claviger.cli.terminal.InputText;
import io.claviger.cli.terminal.JsonOutput;
import io.claviger.cli.terminal.SourceText;
import io.claviger.cli.terminal.Specs;
import io.claviger.policy.cases.BadCase;
import io.claviger.policy.cases.CaseReader;
import io.claviger.policy.cases.DecisionCase;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.explain.Explanation;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;

/// Decides requests on policies that are given, without a server.
@Command(
    name = "simulate",
    customSynopsis = {
      "claviger simulate --action ACTION [--resource ARN] [--identity POLICY]... [OPTION]...",
      "       claviger simulate --case FILE | --cases FILE [OPTION]..."
    },
    description = {
      "Decide whether policies allow a request, and say why. Needs no server and no account: the"
          + " policies are given. The evaluator is the server's own.",
      "A POLICY is a file (- is standard input), the policy itself if it starts with a brace, the ARN"
          + " of a managed policy of AWS, or FullAWSAccess.",
      "Condition keys that AWS fills in and that follow from the request are filled in: those of the"
          + " principal, aws:CurrentTime and aws:EpochTime (now), aws:SecureTransport (true),"
          + " aws:ViaAWSService (false), aws:ResourceAccount, aws:RequestedRegion."
    },
    sortOptions = false,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every request was decided, and as --expect says if that is given; of --cases, every line has an answer,"
          + " if only that it cannot be decided",
      "1:a request was decided otherwise than --expect says, or the answers could not be written",
      "2:a policy cannot be read or is none, or the command was told wrongly"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./claviger simulate --identity policy.json --action s3:GetObject --resource arn:aws:s3:::reports/q1.csv",
      "  ./claviger simulate --explain --principal arn:aws:iam::111122223333:user/ana --identity ana.json \\",
      "      --boundary boundary.json --action iam:CreateUser --context aws:PrincipalTag/team=blue",
      "  ./claviger simulate --managed ReadOnlyAccess --action s3:PutObject --resource arn:aws:s3:::b/k \\",
      "      --expect denied",
      "  ./claviger simulate --scp root=FullAWSAccess --scp ou-dev=FullAWSAccess --scp ou-dev=guard.json \\",
      "      --managed AdministratorAccess --action ec2:RunInstances --context aws:RequestedRegion=eu-west-1",
      "  ./claviger simulate --cases - < cases.jsonl > decisions.jsonl"
    },
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {

  private static final int NOT_MET = 1;

  /// The status of a program that a broken pipe ends.
  private static final int BROKEN_PIPE = 141;

  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(validate = false, heading = "%nThe request:%n", order = 1)
  private RequestOptions request = new RequestOptions();

  @ArgGroup(validate = false, heading = "%nThe policies:%n", order = 2)
  private PolicyOptions policies = new PolicyOptions();

  @ArgGroup(validate = false, heading = "%nMany at once:%n", order = 3)
  private CaseOptions cases = new CaseOptions();

  @ArgGroup(validate = false, heading = "%nThe answer:%n", order = 4)
  private AnswerOptions answer = new AnswerOptions();

  @Mixin private ColorOption color = new ColorOption();

  @Override
  public Integer call() throws InterruptedException {
    try {
      checkCombination();
      if (cases.many() != null) {
        return answerCases(cases.many());
      }
      ServiceNames names = new ServiceNames(List.of());
      Simulation simulation =
          cases.one() == null ? simulation(names.keys()) : simulationOf(cases.one(), names.keys());
      noteUndocumented(simulation, names);
      return report(simulation);
    } catch (UnwritableException e) {
      return unwritable(e);
    } catch (MisuseException | IOException e) {
      throw Specs.misuse(spec, String.valueOf(e.getMessage()));
    }
  }

  private void checkCombination() throws MisuseException {
    boolean isGiven = cases.many() != null || cases.one() != null;
    if (isGiven && !(request.isEmpty() && policies.isEmpty())) {
      throw new MisuseException("a case has its own policies and request, and nothing filled in");
    }
    if (cases.many() != null && (cases.one() != null || answer.expected() != null)) {
      throw new MisuseException("--cases goes with neither --case nor --expect");
    }
  }

  private Simulation simulation(KnownKeys known) throws MisuseException, IOException {
    Instant now = request.hasNoDefaults() ? null : InstantSource.system().instant();
    AskedRequests asked = AskedRequests.of(request, known, now);
    GivenPolicies given = new GivenPolicies(policies, asked.requester(), now != null);
    List<Explanation> decisions = new ArrayList<>();
    for (AccessRequest each : asked.requests()) {
      decisions.add(Explanation.of(given.of(each), each));
    }
    return new Simulation(decisions, given.texts(), new ContextView(asked, known));
  }

  private static Simulation simulationOf(String file, KnownKeys known)
      throws MisuseException, IOException {
    return switch (new CaseReader().read(InputText.read(file))) {
      case BadCase bad -> throw new MisuseException(file + ": " + bad.error());
      case DecisionCase decidable -> Simulation.of(decidable, known);
    };
  }

  /// A misspelt action is denied like any that no policy allows.
  private void noteUndocumented(Simulation simulation, ServiceNames names) {
    simulation.decisions().stream()
        .map(decision -> decision.request().action())
        .distinct()
        .flatMap(action -> names.onActionOfAws(action).stream())
        .map(advice -> SourceText.printable(advice.message()))
        .forEach(message -> Specs.err(spec).println("claviger: " + message));
    Specs.err(spec).flush();
  }

  private int report(Simulation simulation) {
    PrintWriter out = Specs.out(spec);
    if (answer.isJson()) {
      try (JsonGenerator json = JsonOutput.open(out)) {
        simulation.writeJson(json, answer.isExplaining());
      }
      out.println();
    } else {
      simulation.print(color.ink(), out, answer.isExplaining());
    }
    out.flush();
    List<String> unexpected = answer.unexpected(simulation);
    unexpected.forEach(Specs.err(spec)::println);
    Specs.err(spec).flush();
    return unexpected.isEmpty() ? 0 : NOT_MET;
  }

  private int answerCases(String file) throws IOException, InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    try (InputStream in = InputText.open(file);
        CaseStream stream =
            new CaseStream(in, answer.isExplaining(), Specs.err(spec), processors)) {
      stream.write(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
      reportUnanswered(stream.unanswered());
    }
    return 0;
  }

  private void reportUnanswered(long lines) {
    if (lines > 0) {
      String said =
          lines == 1
              ? " line is no case that can be decided; its answer says why"
              : " lines are no cases that can be decided; their answers say why";
      Specs.err(spec).println("claviger: " + lines + said);
      Specs.err(spec).flush();
    }
  }

  /// Whoever reads the answers may have enough of them: that is no failure to speak of.
  private int unwritable(UnwritableException failure) {
    if (failure.isBrokenPipe()) {
      return BROKEN_PIPE;
    }
    Specs.err(spec).println("claviger: cannot write the answers: " + failure.getMessage());
    Specs.err(spec).flush();
    return 1;
  }
}

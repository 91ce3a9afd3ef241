package io.claviger.service.iam.simulate;

import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.EvaluationResult;

/// The results of a simulation, a page at a time: only what is on the page is simulated.
///
/// Their order is that of the actions, and for each action that of the resources.
final class SimulationResults {

  private SimulationResults() {}

  static Page<EvaluationResult> page(SimulationInput input, Simulation simulation) {
    return input.resourceHandling() == null ? each(input, simulation) : together(input, simulation);
  }

  private static Page<EvaluationResult> each(SimulationInput input, Simulation simulation) {
    int resources = input.resources().size();
    return numbers(input, input.actions().size() * resources)
        .map(number -> {
          String action = input.actions().get(number / resources);
          String resource = input.resources().get(number % resources);
          return ShownResults.one(simulation.simulate(action, resource));
        });
  }

  private static Page<EvaluationResult> together(SimulationInput input, Simulation simulation) {
    return numbers(input, input.actions().size())
        .map(number -> {
          List<Simulated> all = new ArrayList<>();
          for (String resource : input.resources()) {
            all.add(simulation.simulate(input.actions().get(number), resource));
          }
          return ShownResults.together(all);
        });
  }

  private static Page<Integer> numbers(SimulationInput input, int count) {
    return Page.of(
        input.page(), after -> IntStream.range(first(after), count).boxed(), String::valueOf);
  }

  /// Where a page starts that goes on after the result of that number.
  private static int first(@Nullable String after) {
    try {
      return after == null ? 0 : Integer.parseUnsignedInt(after) + 1;
    } catch (NumberFormatException _) {
      // A marker that was made up.
      throw IamErrors.invalidMarker();
    }
  }
}

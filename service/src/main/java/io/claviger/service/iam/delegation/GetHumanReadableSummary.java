package io.claviger.service.iam.delegation;

import io.claviger.account.View;
import io.claviger.base.Arn;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.reference.ServiceReference;
import io.claviger.service.Call;
import io.claviger.service.ReadOperation;
import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.IamResources;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.iam.model.GetHumanReadableSummaryRequest;
import software.amazon.awssdk.services.iam.model.GetHumanReadableSummaryResponse;
import software.amazon.awssdk.services.iam.model.SummaryStateType;

/// Says in words what a delegation request asks for. AWS has a language model write it; here it is
/// made from the policy itself, in English only, and says so.
///
/// Permissions: `iam:GetHumanReadableSummary` on the request, which its owner has anyway.
///
/// AWS rule: IAM API Reference, "GetHumanReadableSummary".
record GetHumanReadableSummary(ServiceReference reference)
    implements ReadOperation<GetHumanReadableSummaryRequest, GetHumanReadableSummaryResponse> {

  private static final String ACTION = "iam:GetHumanReadableSummary";
  private static final String ENGLISH = "en";

  /// The most characters of a summary, as the API model has it.
  private static final int MOST_CHARACTERS = 10_000;

  @Override
  public Class<GetHumanReadableSummaryRequest> input() {
    return GetHumanReadableSummaryRequest.class;
  }

  @Override
  public List<AccessRequest> requires(GetHumanReadableSummaryRequest input, Call call, View view) {
    return List.of(
        requestId(input, view)
            .map(id -> SeenRequest.access(view, ACTION, id))
            .orElseGet(() -> IamResources.on(view.home(), ACTION, input.entityArn())));
  }

  @Override
  public GetHumanReadableSummaryResponse run(
      GetHumanReadableSummaryRequest input, Call call, View view) {
    String locale = locale(input);
    Arn arn =
        Arn.find(input.entityArn()).orElseThrow(() -> IamErrors.invalidArn(input.entityArn()));
    if (SeenRequest.idIn(arn).isEmpty()) {
      return answer(SummaryStateType.NOT_SUPPORTED, "", locale);
    }
    String id =
        requestId(input, view).orElseThrow(() -> DelegationErrors.noSuchRequest(input.entityArn()));
    SeenRequest seen = SeenRequest.require(id, view);
    if (!language(locale).equals(ENGLISH)) {
      return answer(SummaryStateType.NOT_SUPPORTED, "", locale);
    }
    String summary = new Summary(reference).of(seen.request());
    return summary.length() > MOST_CHARACTERS
        ? answer(SummaryStateType.FAILED, "", locale)
        : answer(SummaryStateType.AVAILABLE, summary, locale);
  }

  /// The id of a request of the caller's account. One that has no owner is taken to be of it, too:
  /// whoever asks is to become the owner.
  private static Optional<String> requestId(GetHumanReadableSummaryRequest input, View view) {
    return Arn.find(input.entityArn())
        .filter(arn -> arn.account().equals(view.home().id().digits()))
        .flatMap(SeenRequest::idIn);
  }

  private static String locale(GetHumanReadableSummaryRequest input) {
    String locale = input.locale() == null ? ENGLISH : input.locale();
    if (language(locale).isEmpty()) {
      throw DelegationErrors.noSuchLocale(locale);
    }
    return locale;
  }

  /// In lower case; empty where the locale is none.
  private static String language(String locale) {
    return Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
  }

  private static GetHumanReadableSummaryResponse answer(
      SummaryStateType state, String summary, String locale) {
    return GetHumanReadableSummaryResponse.builder()
        .summaryState(state)
        .summaryContent(summary)
        .locale(locale)
        .build();
  }
}

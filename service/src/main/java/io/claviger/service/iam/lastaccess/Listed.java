package io.claviger.service.iam.lastaccess;

import io.claviger.service.iam.IamErrors;
import io.claviger.service.iam.Page;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A list in a report, by pages. A marker is for one report and one kind of list; it holds only how
/// many items have been seen, so that it goes on in the list of another service of the report, as
/// IAM is seen to do.
///
/// @param kind tells the markers of services from those of entities
record Listed<T>(String jobId, String kind, List<T> items) {

  /// Of all of them, since their markers are told apart here.
  private static final String LISTS = "reports";

  /// One page.
  ///
  /// @param most how many items where the request does not say
  Page<T> page(@Nullable Integer maxItems, @Nullable String marker, int most) {
    Page.Request request =
        new Page.Request(LISTS, maxItems == null ? Integer.valueOf(most) : maxItems, marker);
    int seen = marker == null ? 0 : seen(request);
    return Page.of(
            request,
            _ -> IntStream.range(Math.min(seen, items.size()), items.size()).boxed(),
            index -> prefix() + (index + 1))
        .map(items::get);
  }

  private int seen(Page.Request request) {
    String key = request.key().orElseThrow(IamErrors::invalidMarker);
    return Stream.of(key)
        .filter(text -> text.startsWith(prefix()))
        .map(text -> text.substring(prefix().length()))
        .flatMap(text -> number(text).stream())
        .findFirst()
        .orElseThrow(LastAccessErrors::markerOfAnotherList);
  }

  private static Optional<Integer> number(String text) {
    boolean isNumber =
        !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private String prefix() {
    return jobId + '/' + kind + '/';
  }
}

package io.claviger.service.iam;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.IamRequest;

/// One page of a list: at most `MaxItems` of its items, and where to go on.
///
/// The marker is the key of the last item looked at, so that a page costs what it returns however
/// long the list is, and stays right when items come and go between two pages. A page looks at no
/// more than 10,000 items: with a rare path prefix it may return fewer items than asked for, or
/// none, and still say that there are more, as AWS says it may. So does a page of large items,
/// which ends before it has more than 512 Ki characters of them.
///
/// AWS rule: IAM API Reference, "ListUsers", `MaxItems`, `Marker` and `IsTruncated`.
///
/// @param marker null unless truncated
public record Page<T>(List<T> items, boolean isTruncated, @Nullable String marker) {

  private static final int DEFAULT_ITEMS = 100;
  private static final int MOST_LOOKED_AT = 10_000;
  private static final long MOST_CHARACTERS = 1 << 19;

  private static final int CHECK_DIGITS = 8;

  public Page {
    items = List.copyOf(items);
  }

  /// What a request asks for.
  ///
  /// @param list names the list; a marker of another is refused
  /// @param maxItems null for 100
  /// @param marker null for the start of the list
  public record Request(String list, @Nullable Integer maxItems, @Nullable String marker) {

    /// What an operation's input asks for, of that operation's list.
    public static Request of(
        IamRequest input, @Nullable Integer maxItems, @Nullable String marker) {
      return new Request(input.getClass().getSimpleName(), maxItems, marker);
    }

    /// The key in the marker; empty for a marker that no page of this list has given.
    ///
    /// @throws IllegalStateException if there is no marker
    public Optional<String> key() {
      if (marker == null) {
        throw new IllegalStateException("no marker");
      }
      try {
        byte[] bytes = Base64.getDecoder().decode(marker);
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        if (text.length() >= CHECK_DIGITS) {
          String key = text.substring(CHECK_DIGITS);
          return Optional.of(key).filter(_ -> text.startsWith(check(key)));
        }
      } catch (IllegalArgumentException | CharacterCodingException _) {
        // Not of our making: the same answer as for a text that does not check.
      }
      return Optional.empty();
    }

    private String marker(String key) {
      return Base64.getEncoder()
          .encodeToString((check(key) + key).getBytes(StandardCharsets.UTF_8));
    }

    /// Against mistakes, not against malice: whoever makes a marker up gets no more of the list
    /// than by turning its pages.
    private String check(String key) {
      CRC32 crc = new CRC32();
      crc.update((list + ':' + key).getBytes(StandardCharsets.UTF_8));
      return "%08x".formatted(crc.getValue());
    }
  }

  /// A page of an ordered list.
  ///
  /// @param from the items after the one with the given key, in order and lazily; from the start
  ///   for null
  /// @param key the key of an item, at most 200 characters
  /// @throws io.claviger.wire.ServiceError for a marker that no list has given
  public static <T> Page<T> of(
      Request request, Function<@Nullable String, Stream<T>> from, Function<T, String> key) {
    return of(request, from, key, _ -> true);
  }

  /// A page of an ordered list whose items may be large. It has one at least, however large.
  ///
  /// @param size of an item, in characters
  public static <T> Page<T> ofLarge(
      Request request,
      Function<@Nullable String, Stream<T>> from,
      Function<T, String> key,
      ToLongFunction<T> size) {
    return of(request, from, key, _ -> true, size);
  }

  /// A page of those items of an ordered list that `wanted` accepts.
  public static <T> Page<T> of(
      Request request,
      Function<@Nullable String, Stream<T>> from,
      Function<T, String> key,
      Predicate<T> wanted) {
    return of(request, from, key, wanted, _ -> 0);
  }

  private static <T> Page<T> of(
      Request request,
      Function<@Nullable String, Stream<T>> from,
      Function<T, String> key,
      Predicate<T> wanted,
      ToLongFunction<T> size) {
    int most = request.maxItems() == null ? DEFAULT_ITEMS : request.maxItems();
    String after =
        request.marker() == null ? null : request.key().orElseThrow(IamErrors::invalidMarker);
    List<T> items = new ArrayList<>();
    String last = "";
    int lookedAt = 0;
    long characters = 0;
    try (Stream<T> stream = from.apply(after)) {
      for (Iterator<T> rest = stream.iterator(); rest.hasNext(); ) {
        T item = rest.next();
        boolean isWanted = wanted.test(item);
        characters += isWanted ? size.applyAsLong(item) : 0;
        boolean isFull = items.size() == most || (characters > MOST_CHARACTERS && !items.isEmpty());
        if (lookedAt == MOST_LOOKED_AT || (isWanted && isFull)) {
          return new Page<>(items, true, request.marker(last));
        }
        if (isWanted) {
          items.add(item);
        }
        last = key.apply(item);
        lookedAt++;
      }
    }
    return new Page<>(items, false, null);
  }

  /// A page of a short list, in the order of its keys.
  public static <T> Page<T> ofShort(Request request, Collection<T> items, Function<T, String> key) {
    List<T> sorted = items.stream().sorted(Comparator.comparing(key)).toList();
    return of(
        request,
        after ->
            sorted.stream().filter(item -> after == null || key.apply(item).compareTo(after) > 0),
        key);
  }

  /// The same page with each item made into something else.
  public <R> Page<R> map(Function<T, R> to) {
    return new Page<>(items.stream().<R>map(to).toList(), isTruncated, marker);
  }
}

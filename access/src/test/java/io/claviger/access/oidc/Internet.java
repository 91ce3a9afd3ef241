package io.claviger.access.oidc;

import io.claviger.access.fetch.FetchFailure;
import io.claviger.access.fetch.Fetcher;
import io.claviger.testkit.TestIssuer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What issuers publish, in memory, and how often they were asked.
final class Internet implements Fetcher {

  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile @Nullable FetchFailure failure;

  Internet publish(TestIssuer issuer) {
    return put(issuer.discoveryUrl(), issuer.discovery()).put(issuer.keysUrl(), issuer.keySet());
  }

  Internet put(String url, String document) {
    documents.put(url, document);
    return this;
  }

  void fail(@Nullable FetchFailure newFailure) {
    failure = newFailure;
  }

  int asked() {
    return asked.get();
  }

  @Override
  public byte[] get(URI uri, Set<String> thumbprints) throws FetchFailure {
    asked.incrementAndGet();
    FetchFailure toThrow = failure;
    if (toThrow != null) {
      throw toThrow;
    }
    String document = documents.get(uri.toString());
    if (document == null) {
      throw FetchFailure.unusable("Nothing at " + uri, null);
    }
    return document.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String topThumbprint(URI uri) {
    throw new AssertionError("Not asked for");
  }
}

package io.claviger.server;

import io.claviger.access.outbound.IssuerDocuments;
import io.claviger.access.outbound.IssuerUrls;
import io.claviger.account.Account;
import io.claviger.account.OutboundIssuer;
import io.claviger.server.http.Listener;
import io.claviger.store.AccountStore;
import io.claviger.wire.http.HttpRequest;
import io.claviger.wire.http.HttpRequest.Header;
import io.claviger.wire.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Publishes the issuers of web identity tokens; everything else is for the one behind it.
///
/// Whoever asks needs no credentials, as with AWS: the documents are for services elsewhere. They
/// are found by the issuer's random id alone, which none but those who get a token know, and are
/// the same whether the account issues tokens now or not. No issuer and no document are answered
/// alike.
///
/// Touches memory only; leaves no audit event.
final class PublishedIssuers implements Listener.Responder {

  /// Keys are published a day longer than they sign, and new ones are to be known soon.
  private static final Header CACHED = new Header("Cache-Control", "public, max-age=300");

  /// HEAD is answered as GET is; the listener leaves the body out.
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final AccountStore accounts;
  private final IssuerUrls urls;
  private final InstantSource clock;
  private final Listener.Responder others;

  /// @param others answers what is no document of an issuer
  PublishedIssuers(
      AccountStore accounts, IssuerUrls urls, InstantSource clock, Listener.Responder others) {
    this.accounts = accounts;
    this.urls = urls;
    this.clock = clock;
    this.others = others;
  }

  @Override
  public HttpResponse respond(HttpRequest request) {
    if (!IssuerUrls.isPath(request.rawPath())) {
      return others.respond(request);
    }
    if (!READING.contains(request.method())) {
      return text(405, "Only GET is answered here.\n", new Header("Allow", "GET, HEAD"));
    }
    return IssuerUrls.documentAt(request.rawPath())
        .flatMap(this::json)
        .map(PublishedIssuers::found)
        .orElseGet(() -> text(404, "There is nothing here.\n"));
  }

  private Optional<String> json(IssuerUrls.Document document) {
    return accounts
        .accountOfIssuer(document.issuerId())
        .flatMap(accounts::account)
        .flatMap(Account::outboundIssuer)
        .map(issuer -> json(document, issuer));
  }

  private String json(IssuerUrls.Document document, OutboundIssuer issuer) {
    return IssuerDocuments.json(document.kind(), issuer, urls, clock.instant());
  }

  private static HttpResponse found(String json) {
    return new HttpResponse(
        200, List.of(new Header("Content-Type", "application/json"), CACHED), json);
  }

  private static HttpResponse text(int status, String text, Header... more) {
    List<Header> headers = new ArrayList<>(List.of(more));
    headers.add(new Header("Content-Type", "text/plain; charset=utf-8"));
    headers.add(new Header("Cache-Control", "no-store"));
    return new HttpResponse(status, headers, text);
  }
}

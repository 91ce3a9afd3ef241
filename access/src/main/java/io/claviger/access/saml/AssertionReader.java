package io.claviger.access.saml;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/// Reads an assertion whose signature is known to be good, and refuses it where it is not for us or
/// not for now. `InResponseTo` is not looked at: nobody asked.
///
/// AWS rule: IAM User Guide, "Configure SAML assertions for the authentication response"; SAML 2.0
/// Core, section 2, and Profiles, section 4.1.4.3.
record AssertionReader(SamlTrust trust, Instant now) {

  /// How long after it was made an assertion may be used.
  private static final Duration LIFE = Duration.ofMinutes(5);

  /// How far the provider's clock may be ahead of ours.
  private static final Duration SKEW = Duration.ofSeconds(60);

  /// SAML 2.0 Core, section 8.3.7: of a persistent name.
  private static final int MOST_NAME_CHARACTERS = 256;

  private static final String FORMATS = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
  private static final List<String> KNOWN_CONDITIONS =
      List.of("AudienceRestriction", "OneTimeUse", "ProxyRestriction");

  /// @throws io.claviger.wire.ServiceError saying what is wrong
  SamlAssertion read(Element assertion) {
    String issuer =
        Xml.onlyChild(assertion, Names.ASSERTION, "Issuer")
            .map(Xml::text)
            .filter(trust.entityId()::equals)
            .orElseThrow(SamlErrors::otherIssuer);
    Instant issued = time(assertion, "IssueInstant").orElseThrow(SamlErrors::badConditions);
    String id = Xml.attribute(assertion, "ID").orElseThrow(SamlErrors::badConditions);
    if (!assertion.getAttributeNS(null, "Version").equals("2.0")) {
      throw SamlErrors.badConditions();
    }
    requireInTime(issued);
    requireConditions(
        Xml.onlyChild(assertion, Names.ASSERTION, "Conditions")
            .orElseThrow(SamlErrors::noAudience));
    Element subject =
        Xml.onlyChild(assertion, Names.ASSERTION, "Subject").orElseThrow(SamlErrors::notAuthorized);
    String recipient = confirmedRecipient(subject);
    Element name =
        Xml.onlyChild(subject, Names.ASSERTION, "NameID")
            .filter(element -> !Xml.text(element).isEmpty())
            .filter(element -> Xml.text(element).length() <= MOST_NAME_CHARACTERS)
            .orElseThrow(SamlErrors::notAuthorized);
    SamlAttributes attributes = SamlAttributes.of(assertion);
    return new SamlAssertion(
        id,
        issuer,
        Xml.text(name),
        subjectType(name),
        recipient,
        issued.plus(LIFE),
        sessionEnds(assertion),
        AwsAttributes.of(attributes),
        attributes);
  }

  private void requireInTime(Instant issued) {
    if (issued.isAfter(now.plus(SKEW))) {
      throw SamlErrors.badConditions();
    }
    if (now.isAfter(issued.plus(LIFE))) {
      throw SamlErrors.tooOld();
    }
  }

  private void requireConditions(Element conditions) {
    requireWindow(conditions);
    List<Element> restrictions = Xml.children(conditions, Names.ASSERTION, "AudienceRestriction");
    boolean isForUs =
        !restrictions.isEmpty() && restrictions.stream().allMatch(this::hasOurAudience);
    if (!isForUs) {
      throw SamlErrors.noAudience();
    }
    for (Element condition : Xml.children(conditions)) {
      if (!isKnown(condition)) {
        throw SamlErrors.badConditions();
      }
    }
  }

  private static boolean isKnown(Element condition) {
    return KNOWN_CONDITIONS.stream().anyMatch(name -> Xml.is(condition, Names.ASSERTION, name));
  }

  private boolean hasOurAudience(Element restriction) {
    return Xml.children(restriction, Names.ASSERTION, "Audience").stream()
        .map(Xml::text)
        .anyMatch(trust.address()::isAudience);
  }

  /// The recipient of the one confirmation, by bearer.
  private String confirmedRecipient(Element subject) {
    Element data =
        Xml.onlyChild(subject, Names.ASSERTION, "SubjectConfirmation")
            .filter(
                confirmation -> confirmation.getAttributeNS(null, "Method").equals(Names.BEARER))
            .flatMap(confirmation ->
                Xml.onlyChild(confirmation, Names.ASSERTION, "SubjectConfirmationData"))
            .filter(found -> Xml.attribute(found, "NotOnOrAfter").isPresent())
            .orElseThrow(SamlErrors::noRecipient);
    requireWindow(data);
    return Xml.attribute(data, "Recipient")
        .filter(trust.address()::is)
        .orElseThrow(SamlErrors::noRecipient);
  }

  private void requireWindow(Element element) {
    Optional<Instant> start = time(element, "NotBefore");
    Optional<Instant> end = time(element, "NotOnOrAfter");
    if (start.isPresent() && start.get().isAfter(now.plus(SKEW))) {
      throw SamlErrors.badConditions();
    }
    if (end.isPresent() && !now.isBefore(end.get())) {
      throw SamlErrors.expired();
    }
  }

  /// When the first of the provider's sessions ends that it speaks of.
  private @Nullable Instant sessionEnds(Element assertion) {
    Instant first =
        Xml.children(assertion, Names.ASSERTION, "AuthnStatement").stream()
            .flatMap(statement -> time(statement, "SessionNotOnOrAfter").stream())
            .min(Instant::compareTo)
            .orElse(null);
    if (first != null && !now.isBefore(first)) {
      throw SamlErrors.expired();
    }
    return first;
  }

  /// The time that an attribute gives; empty where there is no such attribute.
  private static Optional<Instant> time(Element element, String name) {
    return Xml.attribute(element, name)
        .map(text -> Times.parse(text).orElseThrow(SamlErrors::badConditions));
  }

  private static @Nullable String subjectType(Element name) {
    return Xml.attribute(name, "Format")
        .map(format -> format.startsWith(FORMATS) ? format.substring(FORMATS.length()) : format)
        .orElse(null);
  }
}

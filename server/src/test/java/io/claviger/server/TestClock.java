package io.claviger.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// A clock that stands still until it is moved. It starts at the present second, so that SDK
/// clients, which look at the real clock, are in time.
final class TestClock implements InstantSource {

  private volatile Instant now = InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant newNow) {
    now = newNow;
  }

  void advance(Duration step) {
    now = now.plus(step);
  }
}

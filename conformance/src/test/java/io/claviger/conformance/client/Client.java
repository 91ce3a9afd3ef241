package io.claviger.conformance.client;

import java.util.List;

/// A client of another language.
///
/// @param name as tests print it
/// @param command plays a scenario; the files of the scenario and of its variables follow
record Client(String name, List<String> command) {

  Client {
    command = List.copyOf(command);
  }

  @Override
  public String toString() {
    return name;
  }
}

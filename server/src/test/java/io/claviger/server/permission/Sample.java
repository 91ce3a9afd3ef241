package io.claviger.server.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/// One call, with everything that its caller must be allowed and nothing else.
///
/// @param operation its name: `CreateUser`
/// @param permissions the operation's own action first; none for one that needs no permission
/// @param given what root makes beforehand
/// @param prepared readies the call, by root, right before it is first made
record Sample(
    String operation,
    List<Permission> permissions,
    List<Consumer<Actor>> given,
    Function<Actor, Consumer<Actor>> prepared) {

  /// A call that needs this permission, of the operation whose own action it is.
  static Sample of(String permission, Consumer<Actor> call) {
    return of(permission, _ -> call, (made, caller) -> made.accept(caller));
  }

  /// A call that is made with what root has got beforehand.
  static <T> Sample of(String permission, Function<Actor, T> prepared, BiConsumer<T, Actor> call) {
    Permission own = Permission.of(permission);
    return new Sample(own.operation(), List.of(own), List.of(), root -> with(prepared, call, root));
  }

  private static <T> Consumer<Actor> with(
      Function<Actor, T> prepared, BiConsumer<T, Actor> call, Actor root) {
    T made = prepared.apply(root);
    return caller -> call.accept(made, caller);
  }

  /// A call that everybody may make.
  static Sample free(String operation, Consumer<Actor> call) {
    return new Sample(operation, List.of(), List.of(), _ -> call);
  }

  /// That needs this one too.
  Sample and(String permission) {
    List<Permission> more = new ArrayList<>(permissions);
    more.add(Permission.of(permission));
    return new Sample(operation, List.copyOf(more), given, prepared);
  }

  /// With something more that root makes beforehand.
  Sample given(Consumer<Actor> made) {
    List<Consumer<Actor>> more = new ArrayList<>(given);
    more.add(made);
    return new Sample(operation, permissions, List.copyOf(more), prepared);
  }

  /// Makes what must be there beforehand.
  ///
  /// @return the call, which may be made again and again
  Consumer<Actor> setUp(Actor root) {
    given.forEach(made -> made.accept(root));
    return prepared.apply(root);
  }

  @Override
  public String toString() {
    return operation
        + " "
        + permissions.stream().map(needed -> needed.action() + " " + needed.resource()).toList();
  }
}

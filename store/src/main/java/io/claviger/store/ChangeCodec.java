package io.claviger.store;

import io.claviger.account.Change;
import io.claviger.account.Entity;
import io.claviger.account.EntityKey;
import io.claviger.account.EntityKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// The stored form of a change: for each entity it touched, what it was and what it became.
///
/// From the account as it is now one gets back to any version whose later changes are kept, by
/// undoing them; no snapshot is needed, and the oldest can be forgotten at any time.
final class ChangeCodec {

  private final JsonMapper mapper = new JsonMapper();
  private final EntityCodec entities;

  ChangeCodec(EntityCodec entities) {
    this.entities = entities;
  }

  /// An entity before and after the change, in its stored form; null where it was not there.
  record Touched(EntityKey key, @Nullable String before, @Nullable String after) {}

  String write(List<Touched> touched) {
    ArrayNode result = mapper.createArrayNode();
    for (Touched one : touched) {
      ObjectNode node = result.addObject();
      node.put("kind", one.key().kind().name());
      node.put("id", one.key().id());
      if (one.before() != null) {
        node.putRawValue("before", new RawValue(one.before()));
      }
      if (one.after() != null) {
        node.putRawValue("after", new RawValue(one.after()));
      }
    }
    return mapper.writeValueAsString(result);
  }

  /// The change that undoes the stored one.
  ///
  /// @throws StoreFailure if it is not the stored form of a change
  Change readUndo(String json) {
    try {
      Set<EntityKey> touched = new LinkedHashSet<>();
      List<Entity> before = new ArrayList<>();
      for (JsonNode node : mapper.readTree(json)) {
        EntityKind kind = EntityKind.valueOf(node.required("kind").stringValue());
        // Of an entity that is touched twice, the first is what was before the change.
        if (touched.add(new EntityKey(kind, node.required("id").stringValue()))
            && node.has("before")) {
          before.add(entities.readEntity(kind, node.required("before").toString()));
        }
      }
      return new Change(before, List.copyOf(touched), List.of(), List.of());
    } catch (JacksonException | IllegalArgumentException e) {
      throw new StoreFailure("Not a stored change: " + e.getMessage(), e);
    }
  }
}

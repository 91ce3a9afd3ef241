package io.claviger.reference.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes `services.index` and `services.data`.
final class ServiceTables {

  private static final Pattern GLOBAL_KEY =
      Pattern.compile("key: '([^']+)',\\s+category: '[^']+',\\s+type: '([^']+)'");
  private static final int FEWEST_GLOBAL_KEYS = 50;

  private ServiceTables() {}

  static void write(Path module, Path folder) throws IOException {
    Path data = module.resolve("data");
    Map<String, Object> names = Json.object(data.resolve("serviceNames.json"));
    try (var index = new DataOutputStream(Files.newOutputStream(folder.resolve("services.index")));
        var sections = Files.newOutputStream(folder.resolve("services.data"))) {
      writeGlobalKeys(index, module.resolve("dist/cjs/globalConditionKeys.js"));
      index.writeInt(names.size());
      int offset = 0;
      for (var entry : names.entrySet()) {
        byte[] packed = Sections.deflate(service(data, entry.getKey()));
        index.writeUTF(entry.getKey());
        index.writeUTF((String) entry.getValue());
        index.writeInt(offset);
        index.writeInt(packed.length);
        sections.write(packed);
        offset += packed.length;
      }
    }
  }

  /// The package holds these keys only as a JavaScript array literal.
  private static void writeGlobalKeys(DataOutputStream out, Path script) throws IOException {
    List<List<String>> keys = new ArrayList<>();
    var matcher = GLOBAL_KEY.matcher(Files.readString(script));
    while (matcher.find()) {
      keys.add(List.of(matcher.group(1).replace("/tag-key", "/${TagKey}"), matcher.group(2)));
    }
    if (keys.size() < FEWEST_GLOBAL_KEYS) {
      throw new IllegalStateException("Only " + keys.size() + " global keys in " + script);
    }
    out.writeInt(keys.size());
    for (List<String> key : keys) {
      writeStrings(out, key);
    }
  }

  private static byte[] service(Path data, String prefix) throws IOException {
    String file = prefix + ".json";
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    writeActions(out, Json.objects(data.resolve("actions").resolve(file)).values());
    var types = Json.objects(data.resolve("resourceTypes").resolve(file)).values();
    out.writeInt(types.size());
    for (Map<String, Object> type : types) {
      writeStrings(out, List.of((String) type.get("key"), (String) type.get("arn")));
      writeList(out, strings(type, "conditionKeys"));
    }
    var keys = Json.objects(data.resolve("conditionKeys").resolve(file)).values();
    out.writeInt(keys.size());
    for (Map<String, Object> key : keys) {
      writeStrings(out, List.of((String) key.get("key"), (String) key.get("type")));
    }
    return bytes.toByteArray();
  }

  private static void writeActions(DataOutputStream out, Collection<Map<String, Object>> actions)
      throws IOException {
    out.writeInt(actions.size());
    for (Map<String, Object> action : actions) {
      writeStrings(out, List.of((String) action.get("name"), (String) action.get("accessLevel")));
      List<Map<String, Object>> resources = maps(action, "resourceTypes");
      out.writeShort(resources.size());
      for (Map<String, Object> resource : resources) {
        out.writeUTF((String) resource.get("name"));
        out.writeBoolean((Boolean) resource.get("required"));
        writeList(out, strings(resource, "conditionKeys"));
      }
      writeList(out, strings(action, "conditionKeys"));
    }
  }

  @SuppressWarnings("unchecked") // a list of strings in every file of the package
  private static List<String> strings(Map<String, Object> object, String member) {
    return (List<String>) object.getOrDefault(member, List.of());
  }

  @SuppressWarnings("unchecked") // a list of objects in every file of the package
  private static List<Map<String, Object>> maps(Map<String, Object> object, String member) {
    return (List<Map<String, Object>>) object.getOrDefault(member, List.of());
  }

  private static void writeList(DataOutputStream out, List<String> strings) throws IOException {
    out.writeShort(strings.size());
    writeStrings(out, strings);
  }

  private static void writeStrings(DataOutputStream out, List<String> strings) throws IOException {
    for (String string : strings) {
      out.writeUTF(string);
    }
  }
}

package io.claviger.bench;

import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.DateTime;
import com.cedarpolicy.value.IpAddress;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.RequestContext;
import io.claviger.policy.document.AsciiCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The context of a request in Cedar's types.
final class CedarContext {

  private static final Set<String> NUMBERS =
      Set.of(
          "aws:epochtime",
          "aws:multifactorauthage",
          "aws:requesttag/retention-days",
          "aws:requesttag/tier",
          "s3:max-keys");
  private static final Set<String> TRUTHS =
      Set.of(
          "aws:multifactorauthpresent",
          "aws:principalisawsservice",
          "aws:securetransport",
          "aws:viaawsservice");
  private static final Set<String> ANY_CASE =
      Set.of("aws:resourcetag/classification", "aws:resourcetag/environment");

  private CedarContext() {}

  static Map<String, Value> of(AccessRequest request) {
    Map<String, Value> context = new HashMap<>();
    context.put("action", new PrimString(request.action()));
    context.put("arn", new PrimString(request.resource()));
    request.context().all().forEach((key, value) -> put(context, key, value));
    return context;
  }

  private static void put(Map<String, Value> context, String key, RequestContext.Value value) {
    switch (value) {
      case RequestContext.Value.Multi multi -> context.put(key, list(multi.all()));
      case RequestContext.Value.Single single -> {
        context.put(key, typed(key, single.value()));
        if (ANY_CASE.contains(key)) {
          String lower = AsciiCase.lower(single.value());
          context.put(CedarCondition.lowerKey(key), new PrimString(lower));
        }
      }
    }
  }

  private static Value list(List<String> texts) {
    CedarList list = new CedarList();
    texts.forEach(text -> list.add(new PrimString(text)));
    return list;
  }

  private static Value typed(String key, String text) {
    if (NUMBERS.contains(key)) {
      return new PrimLong(Long.parseLong(text));
    }
    if (TRUTHS.contains(key)) {
      return new PrimBool(Boolean.parseBoolean(text));
    }
    return switch (key) {
      case "aws:sourceip" -> new IpAddress(text);
      case "aws:currenttime" -> new DateTime(text);
      default -> new PrimString(text);
    };
  }
}

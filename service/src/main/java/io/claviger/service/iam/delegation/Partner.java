package io.claviger.service.iam.delegation;

import io.claviger.base.AccountId;
import java.util.Map;
import java.util.Optional;

/// Whoever may ask others to delegate permissions to it.
///
/// @param name as those who are asked see it, of at most 30 characters
/// @param domain stands in the ARNs of its templates
/// @param templates what it may ask for, by name
public record Partner(
    AccountId account, String name, String domain, Map<String, PolicyTemplate> templates) {

  private static final String TEMPLATES = "arn:aws:iam::partner:delegation-template/";

  public Partner {
    templates = Map.copyOf(templates);
  }

  /// The ARN of the template of that name.
  public String templateArn(String template) {
    return TEMPLATES + domain + '/' + template;
  }

  /// The template with exactly this ARN; empty where this partner has none.
  Optional<PolicyTemplate> template(String arn) {
    String mine = templateArn("");
    return arn.startsWith(mine)
        ? Optional.ofNullable(templates.get(arn.substring(mine.length())))
        : Optional.empty();
  }
}

package io.claviger.policy.second;

import io.claviger.policy.cases.CaseReader;
import io.claviger.policy.cases.DecisionCase;

/// Any line is a case or says what is wrong with it, and on a case both evaluators agree.
final class CaseClaims {

  private CaseClaims() {}

  static void check(String line) {
    if (new CaseReader().read(line) instanceof DecisionCase read) {
      Duel.assertAgreement(read.policies(), read.request());
    }
  }
}

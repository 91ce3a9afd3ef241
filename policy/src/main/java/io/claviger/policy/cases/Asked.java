package io.claviger.policy.cases;

import io.claviger.policy.decide.AccessRequest;
import io.claviger.policy.decide.Requester;

/// Who asks for what.
record Asked(Requester requester, AccessRequest request) {}

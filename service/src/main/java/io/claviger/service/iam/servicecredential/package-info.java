/// Service-specific credentials: passwords and API keys for services that take no signatures.
@NullMarked
package io.claviger.service.iam.servicecredential;

import org.jspecify.annotations.NullMarked;

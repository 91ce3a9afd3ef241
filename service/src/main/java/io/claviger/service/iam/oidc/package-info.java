/// OpenID Connect identity providers.
@NullMarked
package io.claviger.service.iam.oidc;

import org.jspecify.annotations.NullMarked;

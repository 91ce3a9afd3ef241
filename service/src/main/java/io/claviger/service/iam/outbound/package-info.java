/// Whether the account issues web identity tokens, which
/// [GetWebIdentityToken](https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html)
/// hands out.
@NullMarked
package io.claviger.service.iam.outbound;

import org.jspecify.annotations.NullMarked;

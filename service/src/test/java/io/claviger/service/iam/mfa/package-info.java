@NullMarked
package io.claviger.service.iam.mfa;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.claviger.service.iam.policy;

import org.jspecify.annotations.NullMarked;

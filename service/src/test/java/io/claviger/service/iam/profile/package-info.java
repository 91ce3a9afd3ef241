@NullMarked
package io.claviger.service.iam.profile;

import org.jspecify.annotations.NullMarked;

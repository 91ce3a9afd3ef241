@NullMarked
package io.claviger.service.iam.credential;

import org.jspecify.annotations.NullMarked;

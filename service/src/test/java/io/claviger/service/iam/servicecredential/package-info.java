@NullMarked
package io.claviger.service.iam.servicecredential;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.claviger.service.iam.certificate;

import org.jspecify.annotations.NullMarked;

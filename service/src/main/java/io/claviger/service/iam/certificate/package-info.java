/// Server certificates and signing certificates: X.509, read and checked.
@NullMarked
package io.claviger.service.iam.certificate;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.claviger.service.iam.sshkey;

import org.jspecify.annotations.NullMarked;

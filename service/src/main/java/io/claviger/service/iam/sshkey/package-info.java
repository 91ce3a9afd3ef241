/// SSH public keys, which users present to CodeCommit.
@NullMarked
package io.claviger.service.iam.sshkey;

import org.jspecify.annotations.NullMarked;

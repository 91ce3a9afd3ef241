@NullMarked
package io.claviger.service;

import org.jspecify.annotations.NullMarked;

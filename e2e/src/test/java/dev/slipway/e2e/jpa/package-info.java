/**
 * Entities of JPA as a definition. Each case is a small application, compiled against Hibernate 6
 * and Hibernate 7 alike. What is planned has to be the same for both.
 */
@NullMarked
package dev.slipway.e2e.jpa;

import org.jspecify.annotations.NullMarked;

/**
 * What hosting platforms keep in the databases of their users. Each {@link
 * dev.slipway.platform.Platform} is a data file that names what is the platform's and a script that
 * stands for it where the platform is not. Nothing here knows a database.
 */
@NullMarked
package dev.slipway.platform;

import org.jspecify.annotations.NullMarked;

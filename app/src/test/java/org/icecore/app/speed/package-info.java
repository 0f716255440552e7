/// How long the program takes with large archives: a program of its own that prints a table, run by `./mvnw -q -Pspeed`.
///
/// Knows the packaged program and the generator of archives. It judges nothing: what is promised stands in the rows, whether it
/// holds depends on the machine and on what else runs there. Start at [OpeningBenchmark].
package org.icecore.app.speed;

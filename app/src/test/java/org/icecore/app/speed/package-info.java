/// How long the program takes with large archives: a program of its own that prints a table, run by `./mvnw -q -Pspeed`.
///
/// Knows the packaged program and the generator of archives. What is promised stands in each row, and whether it was met; a
/// row that was not fails nothing, because it may be due to what else runs on the machine. Start at [OpeningBenchmark].
package org.icecore.app.speed;

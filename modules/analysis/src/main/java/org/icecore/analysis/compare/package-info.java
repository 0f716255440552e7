/// Two checkpoints, and what changed between them: tasks, mappings, memory down to the byte, files, sockets, mounts, metadata.
///
/// Knows which things of two checkpoints are the same thing, and by what evidence. Knows nothing of what a change means:
/// that is for findings, and for the examiner. Start at [Comparison]; [Change] is one difference.
///
/// The inner loops are measured by `./mvnw -Pbenchmark -pl modules/analysis -am test` (benchmarks in `src/benchmark/java`).
package org.icecore.analysis.compare;

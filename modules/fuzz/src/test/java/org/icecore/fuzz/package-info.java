/// Coverage-guided fuzzing of everything that reads evidence.
///
/// Knows what each family of decoders promises of any input at all ([Target]), how Jazzer is started on it ([Fuzzing]) and
/// which inputs are tried again by each test run ([Corpus]). Knows nothing of what an answer should be: that is told by
/// the fixtures, whose `Everything` asks all questions. Start at [Family]; [FuzzProgram] is what `-Pfuzz` runs.
@org.jspecify.annotations.NullMarked
package org.icecore.fuzz;

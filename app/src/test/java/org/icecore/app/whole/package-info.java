/// The whole program at work: one examiner, one display, the evidence that the repository carries.
///
/// Knows what is on the screen and which keys to press; asks the program's own classes only what a screen reader would
/// be told. Needs a display and is skipped without one. Start at [WholeProgramTest].
@org.jspecify.annotations.NullMarked
package org.icecore.app.whole;

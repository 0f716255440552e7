/// The Unknown Fields view: what the images hold that this release has no name for.
///
/// Nothing of the evidence is dropped because it is newer than the program. Start at [UnknownFieldsView].
package org.icecore.views.unknown;

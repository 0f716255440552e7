/// The Properties view: all that is known of whatever is selected, in groups.
///
/// The sheets are made without a stage; each statement that comes from one place of the evidence says so.
/// Start at [PropertySheets].
package org.icecore.views.properties;

/// The Mappings view: the address space of the selected task.
///
/// Start at [MappingsView].
package org.icecore.views.mappings;

/// Any image as a tree of fields, each with the bytes it was read from.
///
/// Knows the wire format of protobuf, how crit shows the fields of CRIU's messages, and what raw bytes follow which
/// message. A message is taken apart when somebody asks for its children, one entry at a time; fields that the schema
/// does not know are nodes like any other. Knows nothing of tasks or archives, and nothing of what the fields mean for
/// one another.
///
/// Start at [FieldTree#of(org.icecore.evidence.ByteSource, org.icecore.criu.ImageKind)].
package org.icecore.criu.field;

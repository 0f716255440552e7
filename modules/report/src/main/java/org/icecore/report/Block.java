package org.icecore.report;

/// One thing after another within a [Section].
public sealed interface Block permits Paragraph, FactList, Table, Tree, HexExcerpt, Note, Listing {}

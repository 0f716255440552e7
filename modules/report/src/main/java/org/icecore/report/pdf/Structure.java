package org.icecore.report.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The structure of the document while it is drawn: what text belongs to. ISO 14289-1 (PDF/UA-1), ISO 32000-1, 14.7.
///
/// Text that is drawn goes to the innermost open element. Only dictionaries are kept, one for each element.
final class Structure {

    /// Ends what was begun.
    interface Scope extends AutoCloseable {
        @Override
        void close();
    }

    private final COSDictionary root = new COSDictionary();
    private final Element whole = new Element("Document", root);
    private final Deque<Marking> open = new ArrayDeque<>();

    Structure() {
        root.setItem(COSName.TYPE, COSName.STRUCT_TREE_ROOT);
        root.setItem(COSName.K, whole.dictionary());
        open.push(whole);
    }

    /// What text that is drawn now is part of.
    Marking current() {
        return open.element();
    }

    /// A new child of the innermost element, which stays the innermost.
    Element add(String type) {
        for (var marking : open) {
            if (marking instanceof Element parent) {
                return new Element(type, parent);
            }
        }
        throw new IllegalStateException("the document itself is closed");
    }

    /// A new child of the innermost element, open until the scope ends.
    Scope in(String type) {
        return in(add(type));
    }

    /// Makes `marking` the innermost until the scope ends.
    Scope in(Marking marking) {
        open.push(marking);
        return open::pop;
    }

    /// Writes the tree, once everything is drawn.
    ///
    /// @param links what each annotation belongs to; their keys in the parent tree follow those of the sheets
    void write(PDDocument document, List<Sheet> sheets, List<Element> links) {
        var numbers = new COSArray();
        for (var i = 0; i < sheets.size(); i++) {
            sheets.get(i).page().setStructParents(i);
            numbers.add(COSInteger.get(i));
            numbers.add(sheets.get(i).owners());
        }
        for (var i = 0; i < links.size(); i++) {
            numbers.add(COSInteger.get(sheets.size() + i));
            numbers.add(links.get(i).dictionary());
        }
        var parents = new COSDictionary();
        parents.setItem(COSName.NUMS, numbers);
        root.setItem(COSName.PARENT_TREE, parents);
        root.setInt(COSName.PARENT_TREE_NEXT_KEY, sheets.size() + links.size());
        var catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
        var marked = new COSDictionary();
        marked.setDirect(true);
        marked.setBoolean("Marked", true);
        catalog.setItem(COSName.MARK_INFO, marked);
    }
}

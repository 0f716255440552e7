package org.icecore.report.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;

/// A node of the structure tree: a heading, a table, a cell. ISO 32000-1, 14.7.2.
final class Element implements Marking {

    private static final COSName OBJECT_REFERENCE = COSName.getPDFName("OBJR");
    private static final COSName OBJECT = COSName.getPDFName("Obj");
    private static final COSName MARKED_REFERENCE = COSName.getPDFName("MCR");

    private final COSDictionary dictionary = new COSDictionary();

    /// A child of `parent`, which learns of it.
    ///
    /// @param type a standard structure type, 14.8.4
    Element(String type, Element parent) {
        this(type, parent.dictionary);
        parent.add(dictionary);
    }

    /// The one child of the root.
    Element(String type, COSDictionary root) {
        dictionary.setItem(COSName.S, COSName.getPDFName(type));
        dictionary.setItem(COSName.P, root);
    }

    COSDictionary dictionary() {
        return dictionary;
    }

    /// The structure type, which content streams repeat.
    String type() {
        return dictionary.getNameAsString(COSName.S);
    }

    /// The content marked with `id` on `page` belongs here.
    void content(PDPage page, int id) {
        var own = dictionary.getItem(COSName.PG);
        if (own == null) {
            dictionary.setItem(COSName.PG, page.getCOSObject());
        }
        if (own == null || own == page.getCOSObject()) {
            add(COSInteger.get(id));
        } else {
            var elsewhere = new COSDictionary();
            elsewhere.setDirect(true);
            elsewhere.setItem(COSName.TYPE, MARKED_REFERENCE);
            elsewhere.setItem(COSName.PG, page.getCOSObject());
            elsewhere.setInt(COSName.MCID, id);
            add(elsewhere);
        }
    }

    /// The annotation on `page` belongs here.
    void annotation(PDPage page, COSDictionary annotation) {
        var reference = new COSDictionary();
        reference.setDirect(true);
        reference.setItem(COSName.TYPE, OBJECT_REFERENCE);
        reference.setItem(COSName.PG, page.getCOSObject());
        reference.setItem(OBJECT, annotation);
        add(reference);
    }

    /// Makes this a header of the column below it.
    void headsColumn() {
        var scope = new COSDictionary();
        scope.setDirect(true);
        scope.setItem(COSName.O, COSName.getPDFName("Table"));
        scope.setItem(COSName.getPDFName("Scope"), COSName.getPDFName("Column"));
        dictionary.setItem(COSName.A, scope);
    }

    /// An only child stands alone: most elements are cells of one piece, and arrays add up.
    private void add(COSBase child) {
        var present = dictionary.getItem(COSName.K);
        switch (present) {
            case null -> dictionary.setItem(COSName.K, child);
            case COSArray several -> several.add(child);
            default -> {
                var several = new COSArray();
                several.setDirect(true);
                several.add(present);
                several.add(child);
                dictionary.setItem(COSName.K, several);
            }
        }
    }
}

package org.icecore.checkpoint.image;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.icecore.criu.field.FieldNode;
import org.icecore.criu.field.FieldValue;
import org.icecore.evidence.ByteRange;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Location;

/// One field of an image, with the bytes it was read from.
public final class ImageField {

    private final ByteSource source;
    private final FieldNode node;

    private ImageField(ByteSource source, FieldNode node) {
        this.source = source;
        this.node = node;
    }

    static ImageField of(ByteSource source, FieldNode node) {
        return new ImageField(source, node);
    }

    /// Its name, as crit has it; `#27` for a field that the schema does not know, `?` for bytes that cannot be read.
    public String name() {
        return node.name();
    }

    /// Its number in the message; 0 outside of one.
    public int number() {
        return node.number();
    }

    /// Its type in words.
    public String type() {
        return node.type();
    }

    /// Its value in one line, as crit's pretty form has it; empty if it only has parts.
    public String shown() {
        return node.shown();
    }

    /// All of its bytes in the image: tag, length and value.
    public ByteRange range() {
        return node.range();
    }

    /// The bytes of its value.
    public ByteRange valueRange() {
        return node.valueRange();
    }

    /// Where [#range()] lies in the evidence.
    public Location at() {
        return source.locate(node.range());
    }

    /// Whether the schema does not know it, or its bytes cannot be read.
    public boolean unknown() {
        return node.value() instanceof FieldValue.Unknown;
    }

    /// Its parts in the order of their bytes; taken apart at each call, so keep the list while you need it.
    public List<ImageField> children() {
        return new Children(source, node.children());
    }

    private static final class Children extends AbstractList<ImageField> implements RandomAccess {

        private final ByteSource source;
        private final List<FieldNode> nodes;

        Children(ByteSource source, List<FieldNode> nodes) {
            this.source = source;
            this.nodes = nodes;
        }

        @Override
        public int size() {
            return nodes.size();
        }

        @Override
        public ImageField get(int i) {
            return new ImageField(source, nodes.get(i));
        }
    }
}

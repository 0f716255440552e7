package org.icecore.criu;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.icecore.evidence.ByteRange;

/// Finds where in the bytes of a message the values of one field lie.
final class FieldLocator {

    private final byte[] content;
    private final int[] path;
    private final List<ByteRange> found = new ArrayList<>();

    private FieldLocator(byte[] content, int[] path) {
        this.content = content;
        this.path = path;
    }

    /// The value bytes of each occurrence of the field that `path`, field numbers from the outermost on, leads to.
    ///
    /// @throws IOException if `content` is no protobuf message
    static List<ByteRange> find(byte[] content, Descriptor type, int... path) throws IOException {
        var locator = new FieldLocator(content, path);
        locator.walk(0, content.length, type, 0);
        return locator.found;
    }

    private void walk(int start, int length, Descriptor type, int depth) throws IOException {
        FieldDescriptor field = type.findFieldByNumber(path[depth]);
        boolean part = field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
        boolean last = depth + 1 == path.length;
        CodedInputStream input = CodedInputStream.newInstance(content, start, length);
        while (!input.isAtEnd()) {
            int tag = input.readTag();
            boolean wanted = WireFormat.getTagFieldNumber(tag) == path[depth];
            if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                int size = input.readRawVarint32();
                int at = start + input.getTotalBytesRead();
                input.skipRawBytes(size);
                if (wanted && last) {
                    found.add(ByteRange.of(at, size));
                } else if (wanted && part) {
                    walk(at, size, field.getMessageType(), depth + 1);
                }
            } else {
                int at = start + input.getTotalBytesRead();
                if (!input.skipField(tag)) {
                    throw new InvalidProtocolBufferException("end of a group that has not begun");
                }
                if (wanted && last) {
                    found.add(new ByteRange(at, start + input.getTotalBytesRead()));
                }
            }
        }
    }
}

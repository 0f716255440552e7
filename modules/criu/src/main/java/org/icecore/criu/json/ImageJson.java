package org.icecore.criu.json;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.icecore.criu.ImageKind;
import org.icecore.criu.PayloadForm;
import org.icecore.criu.field.DefectLog;
import org.icecore.criu.field.EntryWalk;
import org.icecore.criu.field.FieldEntry;
import org.icecore.criu.field.FieldNode;
import org.icecore.criu.field.FieldTree;
import org.icecore.criu.field.FieldValue;
import org.icecore.criu.raw.OldPages;
import org.icecore.evidence.ByteSource;
import org.icecore.evidence.Defect;
import org.icecore.evidence.EvidenceException;

/// Writes one image as JSON.
///
/// Where it differs from crit 4.2 on purpose: the states of tasks 3 and 6 have their right names, `irmap_cache.dev` is
/// shown as the kernel has it, and a shared memory segment whose content lies in a pagemap does not swallow the next one.
public final class ImageJson {

    private final boolean pretty;
    private final int indent;

    private ImageJson(boolean pretty, int indent) {
        this.pretty = pretty;
        this.indent = indent;
    }

    /// As `crit decode`: numbers, in one line.
    public static ImageJson plain() {
        return new ImageJson(false, -1);
    }

    /// As `crit decode --pretty`: names, hexadecimal addresses, a line for each thing.
    public static ImageJson pretty() {
        return new ImageJson(true, 4);
    }

    /// The same with another indentation.
    public ImageJson indented(int blanks) {
        return new ImageJson(pretty, blanks);
    }

    /// Writes the image and gives what is wrong with it; what can be read is written, whatever comes after it.
    ///
    /// @throws EvidenceException if nothing was written, since the image does not begin with its magic
    public List<Defect> write(ByteSource source, ImageKind kind, Appendable out)
            throws IOException, EvidenceException {
        var json = new JsonText(out, indent);
        var defects = new DefectLog(source);
        Optional<FieldTree> tree =
                kind.raw() ? Optional.empty() : Optional.of(FieldTree.of(source, kind));
        boolean old = kind.payload() == PayloadForm.INLINE_PAGES;
        // Old pages files share the magic of pagemaps, and nothing else.
        String magic = old ? kind.name() : kind.magicName().orElse(kind.name());
        json.beginObject().name("magic").string(magic);
        json.name("entries").beginArray();
        try {
            if (old) {
                oldPages(tree.orElseThrow(), json, defects);
            } else if (tree.isPresent()) {
                entries(tree.get(), json, defects);
            } else {
                new RawJson(json, defects).entries(source, kind);
            }
        } catch (EvidenceException unreadable) {
            defects.add(Defect.of(unreadable));
        }
        json.endAll();
        return defects.list();
    }

    /// Writes the entry whose bytes begin at `position` as it stands among the entries; gives what is wrong with it.
    ///
    /// @throws EvidenceException if no entry begins there
    public List<Defect> writeEntry(FieldTree tree, long position, Appendable out)
            throws IOException, EvidenceException {
        var json = new JsonText(out, indent);
        var defects = new DefectLog(tree.source());
        boolean bigEndian = tree.byteOrder() == ByteOrder.BIG_ENDIAN;
        entry(
                tree,
                tree.entryAt(position),
                json,
                new MessageJson(json, pretty, bigEndian, defects),
                new MessageJson(json, false, bigEndian, defects));
        json.endAll();
        return defects.list();
    }

    private void oldPages(FieldTree tree, JsonText json, DefectLog defects)
            throws IOException, EvidenceException {
        var pages = new OldPages(tree.source(), tree.byteOrder(), tree.header().range());
        for (var page = pages.next(); page.isPresent(); page = pages.next()) {
            long address = page.get().address();
            json.beginObject().name("vaddr");
            if (pretty) {
                json.string("0x" + Long.toHexString(address));
            } else {
                json.literal(Long.toUnsignedString(address));
            }
            json.name("extra").base64(tree.source(), page.get().content()).endObject();
        }
        pages.defect().ifPresent(defects::add);
    }

    private void entries(FieldTree tree, JsonText json, DefectLog defects)
            throws IOException, EvidenceException {
        boolean bigEndian = tree.byteOrder() == ByteOrder.BIG_ENDIAN;
        var messages = new MessageJson(json, pretty, bigEndian, defects);
        // crit shows what lies inside a payload plainly, pretty or not.
        var inner = new MessageJson(json, false, bigEndian, defects);
        EntryWalk walk = tree.entries();
        for (Optional<FieldEntry> entry = walk.next(); entry.isPresent(); entry = walk.next()) {
            entry(tree, entry.get(), json, messages, inner);
        }
        walk.defects().forEach(defects::add);
    }

    private static void entry(
            FieldTree tree,
            FieldEntry entry,
            JsonText json,
            MessageJson messages,
            MessageJson inner)
            throws IOException, EvidenceException {
        json.beginObject();
        messages.members(entry.content());
        if (entry.payload().isPresent()) {
            json.name("extra");
            extra(tree.kind().payload(), entry.payload().get(), tree, json, inner);
        }
        json.endObject();
    }

    private static void extra(
            PayloadForm form, FieldNode extra, FieldTree tree, JsonText json, MessageJson inner)
            throws IOException, EvidenceException {
        switch (form) {
            case TCP_QUEUES -> {
                json.beginObject();
                for (FieldNode queue : extra.children()) {
                    json.name(queue.name()).base64(tree.source(), queue.valueRange());
                }
                json.endObject();
            }
            case SYSV_SEMAPHORES -> {
                json.beginArray();
                for (FieldNode semaphore : extra.children()) {
                    json.literal(semaphore.shown());
                }
                json.endArray();
            }
            case SYSV_MESSAGES -> {
                json.beginArray();
                for (FieldNode part : extra.children()) {
                    if (part.value() instanceof FieldValue.Message message) {
                        json.beginObject();
                        inner.members(message);
                        json.endObject();
                    } else if (part.value() instanceof FieldValue.Raw) {
                        json.base64(tree.source(), part.valueRange());
                    }
                }
                json.endArray();
            }
            case NONE,
                    PIPE_DATA,
                    SOCKET_PACKET,
                    SYSV_SEGMENT,
                    BPF_MAP,
                    GHOST_CONTENT,
                    INLINE_PAGES ->
                    json.base64(tree.source(), extra.valueRange());
        }
    }
}

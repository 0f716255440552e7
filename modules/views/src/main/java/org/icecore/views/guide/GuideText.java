package org.icecore.views.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A page of the guide.
///
/// Understands headings (`#`, `##`), paragraphs, lists (`- `), tables (`| a | b |`), and within them `code`, **strong** and
/// links `[words](command:file.open)` to commands of the program.
public record GuideText(List<Block> blocks) {
    private static final Pattern PIECE =
            Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|\\[([^\\]]+)\\]\\(command:([^)]+)\\)");

    public GuideText {
        blocks = List.copyOf(blocks);
    }

    /// A part of a page.
    public sealed interface Block {
        /// A heading of level 1 or 2.
        record Heading(int level, String text) implements Block {}

        /// A paragraph.
        record Paragraph(List<Piece> pieces) implements Block {}

        /// An item of a list.
        record Item(List<Piece> pieces) implements Block {}

        /// A table; the first row is its head.
        record Table(List<List<List<Piece>>> rows) implements Block {}
    }

    /// A run of text.
    public sealed interface Piece {
        /// The words.
        String text();

        /// Plain words.
        record Plain(String text) implements Piece {}

        /// Words to be seen.
        record Strong(String text) implements Piece {}

        /// Code, names, keys.
        record Code(String text) implements Piece {}

        /// Words that run a command.
        record Link(String text, String command) implements Piece {}
    }

    /// Reads a page.
    public static GuideText parse(String text) {
        var blocks = new ArrayList<Block>();
        var open = new StringBuilder();
        var item = false;
        var rows = new ArrayList<List<List<Piece>>>();
        for (var line : (text + "\n\n").lines().toList()) {
            var plain = line.strip();
            if (!plain.startsWith("|") && !rows.isEmpty()) {
                blocks.add(new Block.Table(List.copyOf(rows)));
                rows.clear();
            }
            if (plain.isEmpty()
                    || plain.startsWith("#")
                    || plain.startsWith("- ")
                    || plain.startsWith("|")) {
                close(blocks, open, item);
            }
            if (plain.startsWith("#")) {
                var level = plain.startsWith("##") ? 2 : 1;
                blocks.add(new Block.Heading(level, plain.substring(level).strip()));
            } else if (plain.startsWith("|")) {
                if (!plain.matches("[|\\s-]+")) {
                    rows.add(row(plain));
                }
            } else if (!plain.isEmpty()) {
                if (open.isEmpty()) {
                    item = plain.startsWith("- ");
                }
                open.append(open.isEmpty() ? "" : " ")
                        .append(plain.startsWith("- ") ? plain.substring(2) : plain);
            }
        }
        return new GuideText(blocks);
    }

    private static void close(List<Block> blocks, StringBuilder open, boolean item) {
        if (!open.isEmpty()) {
            var pieces = pieces(open.toString());
            blocks.add(item ? new Block.Item(pieces) : new Block.Paragraph(pieces));
            open.setLength(0);
        }
    }

    private static List<List<Piece>> row(String line) {
        var cells = new ArrayList<List<Piece>>();
        var inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        for (var cell : inner.split("\\|", -1)) {
            cells.add(pieces(cell.strip()));
        }
        return List.copyOf(cells);
    }

    static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        var matcher = PIECE.matcher(text);
        var done = 0;
        while (matcher.find()) {
            if (matcher.start() > done) {
                pieces.add(new Piece.Plain(text.substring(done, matcher.start())));
            }
            if (matcher.group(1) != null) {
                pieces.add(new Piece.Code(matcher.group(1)));
            } else if (matcher.group(2) != null) {
                pieces.add(new Piece.Strong(matcher.group(2)));
            } else {
                pieces.add(new Piece.Link(matcher.group(3), matcher.group(4)));
            }
            done = matcher.end();
        }
        if (done < text.length()) {
            pieces.add(new Piece.Plain(text.substring(done)));
        }
        return List.copyOf(pieces);
    }
}

package org.icecore.report.pdf;

import java.util.List;

/// A way for text to look. Each names the faces in which a character is looked for, in that order.
enum Face {
    TEXT(
            "Kurinto/KurintoSans-Rg.ttf",
            "DejaVu/DejaVuSans.ttf",
            "NotoSansSC/NotoSansSC-Regular.ttf"),
    BOLD(
            "Kurinto/KurintoSans-Bd.ttf",
            "Kurinto/KurintoSans-Rg.ttf",
            "DejaVu/DejaVuSans.ttf",
            "NotoSansSC/NotoSansSC-Regular.ttf"),
    MONOSPACED(
            "DejaVu/DejaVuSansMono.ttf",
            "Kurinto/KurintoSans-Rg.ttf",
            "DejaVu/DejaVuSans.ttf",
            "NotoSansSC/NotoSansSC-Regular.ttf"),
    MONOSPACED_BOLD(
            "DejaVu/DejaVuSansMono-Bold.ttf",
            "Kurinto/KurintoSans-Bd.ttf",
            "Kurinto/KurintoSans-Rg.ttf",
            "DejaVu/DejaVuSans.ttf",
            "NotoSansSC/NotoSansSC-Regular.ttf");

    /// The font whose letters syllables of Hangul are put together from.
    static final String LETTERS_OF_HANGUL = "NotoSansSC/NotoSansSC-Regular.ttf";

    private final List<String> files;

    Face(String... files) {
        this.files = List.of(files);
    }

    /// Resources beside this class, under `fonts`.
    List<String> files() {
        return files;
    }
}

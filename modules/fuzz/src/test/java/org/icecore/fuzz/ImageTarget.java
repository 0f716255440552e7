package org.icecore.fuzz;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.icecore.criu.ImageKind;
import org.icecore.criu.ImageName;
import org.icecore.criu.PayloadForm;

/// Reads bytes as an image with messages.
///
/// The first byte says what stands before them ([ImageForm]), the second which kind of image they are.
final class ImageTarget implements Target {

    private static final List<ImageKind> KINDS =
            Arrays.stream(ImageKind.values()).filter(kind -> kind.message().isPresent()).toList();

    private final List<ImageKind> kinds;

    ImageTarget() {
        this(KINDS);
    }

    /// @param kinds at most 256
    ImageTarget(List<ImageKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public void run(byte[] input) throws IOException {
        var parts = new Input(input);
        var form = ImageForm.values()[parts.u8() % ImageForm.values().length];
        var kind = kinds.get(parts.u8() % kinds.size());
        ImageQuestions.ask(form.image(kind, parts.rest()), kind);
    }

    @Override
    public SequencedMap<String, byte[]> seeds() throws IOException {
        var seeds = new LinkedHashMap<String, byte[]>();
        for (var member : Evidence.members(Family.IMAGE.longest()).entrySet()) {
            ImageName.of(Evidence.fileName(member.getKey()))
                    .map(ImageName::kind)
                    .filter(kinds::contains)
                    .ifPresent(
                            kind ->
                                    seeds.put(
                                            member.getKey(),
                                            input(ImageForm.AS_IT_IS, kind, member.getValue())));
        }
        for (var kind : kinds) {
            if (kind.message().isPresent()) {
                var message = FilledMessage.of(kind.message().get().getDescriptorForType());
                seeds.put(
                        kind + "-framed",
                        input(
                                ImageForm.FRAMED,
                                kind,
                                Bytes.joined(Bytes.number(2, message.length), message)));
                var sized = Bytes.joined(Bytes.number(4, message.length), message);
                seeds.put(
                        kind + "-headed",
                        input(ImageForm.HEADED, kind, Bytes.joined(sized, payload(kind))));
            }
        }
        return seeds;
    }

    private static byte[] payload(ImageKind kind) {
        return new byte[kind.payload() == PayloadForm.NONE ? 0 : 200];
    }

    byte[] input(ImageForm form, ImageKind kind, byte[] bytes) {
        return Bytes.joined(new byte[] {(byte) form.ordinal(), (byte) kinds.indexOf(kind)}, bytes);
    }
}

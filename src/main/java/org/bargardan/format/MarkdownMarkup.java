package org.bargardan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.sf.okapi.common.resource.Code;
import org.bargardan.format.Translation.Note;
import org.bargardan.text.InlineCode;

/// What Markdown has for codes, and the notes that were added to one file.
final class MarkdownMarkup implements OkapiMarkup {

    private static final Pattern USED = Pattern.compile("\\[\\^tn([0-9]{1,8})]");

    private final List<Added> added = new ArrayList<>();
    private int number;

    /// @param file in which the names of notes added earlier are not used again
    MarkdownMarkup(String file) {
        number =
                USED.matcher(file)
                        .results()
                        .mapToInt(used -> Integer.parseInt(used.group(1)))
                        .max()
                        .orElse(0);
    }

    /// A note and what marks it.
    record Added(String mark, Note note) {}

    List<Added> added() {
        return added;
    }

    @Override
    public boolean isDeletable(Code code) {
        return !code.getType().equals(MarkdownInline.NOTE) && !code.getType().equals("image");
    }

    @Override
    public boolean isCopyable(Code code) {
        return !code.getType().equals(MarkdownInline.NOTE);
    }

    @Override
    public Optional<Code> added(InlineCode.Kind kind, String label, String address) {
        return switch (label) {
            case "b" -> Optional.of(OkapiMarkup.code(kind, Code.TYPE_BOLD, "**"));
            case "i" -> Optional.of(OkapiMarkup.code(kind, Code.TYPE_ITALIC, "*"));
            default ->
                    WebAddress.of(address)
                            .map(safe ->
                                    OkapiMarkup.code(
                                            kind,
                                            Code.TYPE_LINK,
                                            kind == InlineCode.Kind.OPEN
                                                    ? "["
                                                    : "](<" + safe + ">)"));
        };
    }

    @Override
    public Optional<Code> note(Note note) {
        return Optional.of(
                OkapiMarkup.code(InlineCode.Kind.ALONE, MarkdownInline.NOTE, mark(note)));
    }

    /// Whatever this returns stands in the file, with the note below.
    String mark(Note note) {
        number++;
        String mark = "[^tn" + number + "]";
        added.add(new Added(mark, note));
        return mark;
    }
}

package org.bargardan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.okapi.common.resource.Code;
import org.bargardan.format.Translation.Note;
import org.bargardan.text.InlineCode;

/// Marks where a DOCX gets bold, italics, links and notes that its filter knows nothing of;
/// [WordParagraphs] makes them real.
final class WordMarkup implements OkapiMarkup {

    private static final Map<String, List<Character>> SIGNS =
            Map.of(
                    "b", List.of(PlaceMarks.BOLD, PlaceMarks.BOLD_END),
                    "i", List.of(PlaceMarks.ITALIC, PlaceMarks.ITALIC_END),
                    "a", List.of(PlaceMarks.LINK, PlaceMarks.LINK_END));

    private final List<String> addresses = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /// Links are links, however they look.
    @Override
    public String label(Code code) {
        String label = OkapiMarkup.super.label(code);
        return label.contains("a") && code.getType().contains(Code.TYPE_LINK) ? "a" : label;
    }

    @Override
    public Optional<Code> added(InlineCode.Kind kind, String label, String address) {
        boolean isOpen = kind == InlineCode.Kind.OPEN;
        List<Character> signs = SIGNS.getOrDefault(label, List.of());
        if (signs.isEmpty()) {
            return Optional.empty();
        }
        int number = addresses.size();
        if (isOpen && label.equals("a")) {
            addresses.add(address);
        }
        return Optional.of(mark(PlaceMarks.of(signs.get(isOpen ? 0 : 1), number)));
    }

    @Override
    public Optional<Code> note(Note note) {
        notes.add(note);
        return Optional.of(mark(PlaceMarks.of(PlaceMarks.NOTE, notes.size() - 1)));
    }

    /// Okapi's way to write characters that are none of its own codes.
    private static Code mark(String mark) {
        var code = OkapiMarkup.code(InlineCode.Kind.ALONE, Code.TYPE_OKAPI_MARKER, mark);
        code.setMarkerMasking(true);
        return code;
    }

    String address(int number) {
        return addresses.get(number);
    }

    Note note(int number) {
        return notes.get(number);
    }
}

package org.bargardan.format;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.sf.okapi.common.resource.Code;
import net.sf.okapi.common.resource.TextFragment.TagType;
import org.bargardan.text.InlineCode;

/// What a format says of the codes that an Okapi filter finds, and of those it never found.
interface OkapiMarkup {

    /// Parts of Okapi's names for kinds of codes, in the order in which labels show them.
    Map<String, String> LABELS =
            Map.ofEntries(
                    Map.entry(Code.TYPE_BOLD, "b"),
                    Map.entry("strong", "b"),
                    Map.entry(Code.TYPE_ITALIC, "i"),
                    Map.entry("em", "i"),
                    Map.entry("emphasis", "i"),
                    Map.entry(Code.TYPE_UNDERLINED, "u"),
                    Map.entry("underline", "u"),
                    Map.entry("superscript", "sup"),
                    Map.entry("subscript", "sub"),
                    Map.entry(Code.TYPE_LINK, "a"),
                    Map.entry(Code.TYPE_IMAGE, "img"),
                    Map.entry(Code.TYPE_LB, "br"));

    /// Short and human: `b`, `i`, `bi`, `a`, `img`; what has no such name keeps Okapi's.
    default String label(Code code) {
        String type = code.getType().toLowerCase(Locale.ROOT);
        var labels = new ArrayList<String>();
        for (String part : type.replaceFirst("^x-", "").split(";", -1)) {
            String label = LABELS.get(part.replaceFirst(":.*", ""));
            if (label != null && !labels.contains(label)) {
                labels.add(label);
            }
        }
        if (!labels.isEmpty()) {
            return String.join("", labels.stream().sorted().toList());
        }
        return FormatProblem.quoted(type.replaceFirst("^x-", "").replaceFirst("[;:].*", ""));
    }

    /// The white space that a reader sees in a code's place, as a line break, which stands in the
    /// text then instead of the code; empty for all others.
    default String characters(Code code) {
        return "";
    }

    /// Whether a translation may leave the code out.
    default boolean isDeletable(Code code) {
        return !code.hasReference()
                && (code.getTagType() != TagType.PLACEHOLDER || code.isDeleteable());
    }

    /// Whether a translation may hold the code twice.
    default boolean isCopyable(Code code) {
        return isDeletable(code);
    }

    /// What is written for characters that stand for a code, as a line break.
    default Optional<Code> codeOf(char character) {
        return Optional.empty();
    }

    /// The format's own mark-up for what the source does not have.
    ///
    /// @param label `b`, `i` or `a`
    /// @param address of a link; empty otherwise
    default Optional<Code> added(InlineCode.Kind kind, String label, String address) {
        return Optional.empty();
    }

    /// A translator's note at this place.
    default Optional<Code> note(Translation.Note note) {
        return Optional.empty();
    }

    /// Whether readers may be led there: never to a file of their machine or network.
    static boolean isAddress(String address) {
        String small = address.toLowerCase(Locale.ROOT);
        return small.startsWith("http://")
                || small.startsWith("https://")
                || small.startsWith("mailto:");
    }

    /// A code of ours with the format's own notation behind it.
    static Code code(InlineCode.Kind kind, String type, String data) {
        return new Code(
                switch (kind) {
                    case OPEN -> TagType.OPENING;
                    case CLOSE -> TagType.CLOSING;
                    case ALONE -> TagType.PLACEHOLDER;
                },
                type,
                data);
    }
}

package org.bargardan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.htmlparser.jericho.CharacterReference;
import net.sf.okapi.common.resource.TextFragment;
import org.bargardan.format.HtmlParts.Part;

/// Finds the words of a page in it again, as they are written there.
///
/// Okapi's filter tells which characters they are, not how the page writes them: `&mdash;` or `—`.
/// What nobody translates is to stay as it is.
///
/// - Used by one thread, for one page.
final class HtmlPlaces {

    private static final Pattern REFERENCE = Pattern.compile("&#?[A-Za-z0-9]{1,40};?");

    private final String page;
    private final Matcher references;
    private int at;

    private HtmlPlaces(String page) {
        this.page = page;
        references = REFERENCE.matcher(page);
    }

    /// The parts with what stands in the page for each; nothing if the page reads otherwise.
    static Optional<List<Part>> of(String page, List<Part> parts) {
        var places = new HtmlPlaces(page);
        var found = new ArrayList<Part>();
        for (Part part : parts) {
            int start = places.at;
            boolean isThere =
                    switch (part) {
                        case Part.Markup(String raw) -> places.pass(raw);
                        case Part.Words(TextFragment fragment, _) -> places.pass(fragment);
                    };
            if (!isThere) {
                return Optional.empty();
            }
            found.add(
                    part instanceof Part.Words(TextFragment fragment, _)
                            ? new Part.Words(fragment, page.substring(start, places.at))
                            : part);
        }
        return places.at == page.length() ? Optional.of(found) : Optional.empty();
    }

    private boolean pass(String raw) {
        boolean isThere = page.startsWith(raw, at);
        at += raw.length();
        return isThere;
    }

    private boolean pass(TextFragment fragment) {
        String coded = fragment.getCodedText();
        int i = 0;
        while (i < coded.length()) {
            char c = coded.charAt(i);
            if (TextFragment.isMarker(c)) {
                if (!pass(fragment.getCode(coded.charAt(i + 1)).getData())) {
                    return false;
                }
                i += 2;
                continue;
            }
            int length = passCharacter(coded, i);
            if (length == 0) {
                return false;
            }
            i += length;
        }
        return true;
    }

    /// How many characters of the words were passed; 0 if the page has others.
    private int passCharacter(String words, int i) {
        if (at >= page.length()) {
            return 0;
        }
        if (page.charAt(at) == '&' && references.region(at, page.length()).lookingAt()) {
            String characters = CharacterReference.decode(references.group());
            if (!characters.equals(references.group()) && words.startsWith(characters, i)) {
                at = references.end();
                return characters.length();
            }
        }
        // The filter knows one kind of line end only.
        if (page.charAt(at) == '\r' && words.charAt(i) == '\n') {
            at += page.startsWith("\r\n", at) ? 2 : 1;
            return 1;
        }
        if (page.charAt(at) != words.charAt(i)) {
            return 0;
        }
        at++;
        return 1;
    }
}

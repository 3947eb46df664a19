package org.bargardan.document.rest;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.bargardan.document.Document;
import org.bargardan.document.Progress;
import org.bargardan.document.Status;

/// A document as programs see it.
///
/// @param changeNumber rises with every change in the document
/// @param renderings how many there are of each status
record DocumentAnswer(
        UUID id,
        UUID project,
        String title,
        String source,
        String target,
        long changeNumber,
        Map<String, Integer> renderings) {

    static DocumentAnswer of(Document document, Progress progress) {
        var counts = new LinkedHashMap<String, Integer>();
        Arrays.stream(Status.values())
                .forEach(status -> counts.put(status.key(), progress.of(status)));
        return new DocumentAnswer(
                document.id().value(),
                document.project().value(),
                document.title(),
                document.languages().source(),
                document.languages().target(),
                document.changeNo(),
                counts);
    }
}

package org.bargardan.importing.ui;

import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Locale;
import org.bargardan.base.ui.Parts;
import org.bargardan.base.ui.Shown;
import org.bargardan.format.PdfPicture;

/// A page of the file as it looks, to compare with what was read.
final class PagePicture extends Div {

    PagePicture(ImportUnderWay file, int page) {
        addClassName("page-picture");
        var picture =
                new Image(
                        DownloadHandler.fromInputStream(event -> response(file, page)),
                        getTranslation("import.page", Shown.number(page, getLocale())));
        add(picture);
    }

    private static DownloadResponse response(ImportUnderWay file, int page) {
        return PdfPicture.of(file.bytes(), page)
                .map(png ->
                        new DownloadResponse(
                                new ByteArrayInputStream(png),
                                "page-" + page + ".png",
                                "image/png",
                                png.length))
                .orElseGet(() -> DownloadResponse.error(404));
    }

    /// Beside the text, movable, so that both can be seen.
    static void open(ImportUnderWay file, int page) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(
                dialog.getTranslation("import.page.of", file.name(), Shown.number(page, locale())));
        dialog.setModality(ModalityMode.MODELESS);
        dialog.setDraggable(true);
        dialog.setResizable(true);
        dialog.setWidth("min(36rem, 92vw)");
        dialog.setMaxHeight("86vh");
        dialog.add(new PagePicture(file, page));
        var hint = new Paragraph(dialog.getTranslation("import.page.hint"));
        hint.addClassName("quiet");
        dialog.getFooter().add(hint, Parts.quiet(dialog.getTranslation("close"), dialog::close));
        dialog.open();
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }
}

package org.bargardan.format;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3CharProc;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// Collects the signs that pages show, each with its place, and nothing else: neither pictures nor
/// scripts, attachments or links are looked into.
final class PdfGlyphs extends PDFStreamEngine {

    /// Four quarters of a turn.
    private static final int TURNS = 4;

    private static final int CODE_BITS = 16;
    private static final int BOLD_WEIGHT = 600;

    private final PdfBudget budget;
    private List<Turned> found = new ArrayList<>();
    private final Deque<ActualText> actualTexts = new ArrayDeque<>();
    private final IdentityHashMap<COSDictionary, Integer> fonts = new IdentityHashMap<>();
    private double pictures;
    private int forms;

    PdfGlyphs(PdfBudget budget) {
        this.budget = budget;
        addOperator(new BeginText(this));
        addOperator(new Concatenate(this));
        addOperator(new EndText(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new NextLine(this));
        addOperator(new SetCharSpacing(this));
        addOperator(new MoveText(this));
        addOperator(new MoveTextSetLeading(this));
        addOperator(new SetMeasuredFont());
        addOperator(new ShowText(this));
        addOperator(new ShowTextAdjusted(this));
        addOperator(new SetTextLeading(this));
        addOperator(new SetMatrix(this));
        addOperator(new SetTextRenderingMode(this));
        addOperator(new SetTextRise(this));
        addOperator(new SetWordSpacing(this));
        addOperator(new SetTextHorizontalScaling(this));
        addOperator(new ShowTextLine(this));
        addOperator(new ShowTextLineAndSpace(this));
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
        addOperator(new ShowObject());
        addOperator(new ShowInlinePicture());
    }

    /// The signs of one page.
    ///
    /// @param directions by how the text runs on the page, the direction of most signs first;
    ///   within a direction in the order of the file
    /// @param pictures the area of all pictures in square points
    record Page(List<List<PdfGlyph>> directions, double pictures) {}

    Page of(PDPage page) throws IOException {
        found = new ArrayList<>();
        actualTexts.clear();
        pictures = 0;
        forms = 0;
        var streams = page.getContentStreams();
        while (streams.hasNext()) {
            budget.check(streams.next().getCOSObject());
        }
        processPage(page);
        return new Page(byDirection(), pictures);
    }

    private List<List<PdfGlyph>> byDirection() {
        var directions = new ArrayList<List<PdfGlyph>>();
        for (int turn = 0; turn < TURNS; turn++) {
            int wanted = turn;
            var glyphs =
                    found.stream()
                            .filter(turned -> turned.turn == wanted)
                            .map(Turned::glyph)
                            .toList();
            if (!glyphs.isEmpty()) {
                directions.add(glyphs);
            }
        }
        directions.sort((a, b) -> Integer.compare(b.size(), a.size()));
        return directions;
    }

    private record Turned(PdfGlyph glyph, int turn) {}

    /// What the file says that a stretch of signs is to be read as, and those signs.
    private static final class ActualText {

        private final @Nullable String text;
        private final List<Turned> covered = new ArrayList<>();

        ActualText(@Nullable String text) {
            this.text = text;
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.countOperator();
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(
            Operator operator, List<COSBase> operands, IOException exception) throws IOException {
        // One damaged instruction says nothing about the next; PDFBox's way is to log and go on.
        if (exception instanceof PdfBudget.Exceeded) {
            throw exception;
        }
        budget.noteDamage();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement)
            throws IOException {
        budget.countGlyph();
        double angle = Math.atan2(matrix.getShearY(), matrix.getScaleX());
        int turn = Math.floorMod((int) Math.round(angle / (Math.PI / 2)), TURNS);
        var end = matrix.transformPoint(displacement.getX(), 0);
        double x = turnedX(matrix.getTranslateX(), matrix.getTranslateY(), turn);
        double y = turnedY(matrix.getTranslateX(), matrix.getTranslateY(), turn);
        double endX = turnedX(end.x, end.y, turn);
        double size = Math.hypot(matrix.getShearX(), matrix.getScaleY());
        if (!Double.isFinite(x + y + endX + size) || size <= 0) {
            return;
        }
        // Where the file lost its font, PDFBox takes another, whose letters are not these.
        boolean lost = getGraphicsState().getTextState().getFont() == null;
        var text = lost ? "" : PdfLetters.of(font.toUnicode(code));
        var glyph =
                new PdfGlyph(
                        text,
                        Math.min(x, endX),
                        Math.max(x, endX),
                        y,
                        size,
                        isBold(font),
                        text.isEmpty() ? unknown(font, code) : 0);
        add(new Turned(glyph, turn));
    }

    /// Letters are told by their codes; how they are drawn is of no interest, and a hostile file
    /// may draw them at any length.
    @Override
    protected void processType3Stream(PDType3CharProc glyph, Matrix matrix) {}

    /// The same for the same sign of the same font on all pages; others meet but rarely.
    private int unknown(PDFont font, int code) {
        int number = fonts.computeIfAbsent(font.getCOSObject(), any -> fonts.size() + 1);
        return number << CODE_BITS | (code & ((1 << CODE_BITS) - 1));
    }

    /// The font of a sign of unknown meaning.
    static int fontOf(int unknown) {
        return unknown >> CODE_BITS;
    }

    private static double turnedX(double x, double y, int turn) {
        return switch (turn) {
            case 0 -> x;
            case 1 -> y;
            case 2 -> -x;
            default -> -y;
        };
    }

    private static double turnedY(double x, double y, int turn) {
        return switch (turn) {
            case 0 -> y;
            case 1 -> -x;
            case 2 -> -y;
            default -> x;
        };
    }

    private static boolean isBold(PDFont font) {
        var name = font.getName();
        if (name != null && name.toLowerCase(Locale.ROOT).contains("bold")) {
            return true;
        }
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return descriptor != null
                && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
    }

    private void add(Turned glyph) {
        for (var open : actualTexts) {
            if (open.text != null) {
                open.covered.add(glyph);
                return;
            }
        }
        found.add(glyph);
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        super.beginMarkedContentSequence(tag, properties);
        var text = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        if (actualTexts.size() < budget.maxDepth()) {
            actualTexts.push(new ActualText(text));
        }
    }

    @Override
    public void endMarkedContentSequence() {
        super.endMarkedContentSequence();
        if (actualTexts.isEmpty()) {
            return;
        }
        var ended = actualTexts.pop();
        if (ended.text != null && !ended.covered.isEmpty()) {
            PdfLetters.spread(ended.text, ended.covered.stream().map(Turned::glyph).toList())
                    .forEach(glyph -> add(new Turned(glyph, ended.covered.getFirst().turn)));
        }
    }

    /// Measures a font before PDFBox reads it.
    private final class SetMeasuredFont extends SetFontAndSize {

        SetMeasuredFont() {
            super(PdfGlyphs.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            var resources = getResources();
            if (resources != null
                    && !operands.isEmpty()
                    && operands.getFirst() instanceof COSName name
                    && resources.getCOSObject().getDictionaryObject(COSName.FONT)
                            instanceof COSDictionary fonts
                    && fonts.getDictionaryObject(name) instanceof COSDictionary font) {
                budget.checkFont(font);
            }
            super.process(operator, operands);
        }
    }

    /// Goes into forms, which may hold text, and only measures pictures.
    private final class ShowObject extends OperatorProcessor {

        ShowObject() {
            super(PdfGlyphs.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
                return;
            }
            var resources = getResources();
            if (resources == null) {
                return;
            }
            if (resources.isImageXObject(name)) {
                addPicture();
                return;
            }
            if (forms >= budget.maxDepth()
                    || !(resources.getXObject(name) instanceof PDFormXObject form)) {
                return;
            }
            budget.countForm();
            budget.check(form.getCOSObject());
            forms++;
            try {
                showForm(form);
            } finally {
                forms--;
            }
        }

        @Override
        public String getName() {
            return "Do";
        }
    }

    private final class ShowInlinePicture extends OperatorProcessor {

        ShowInlinePicture() {
            super(PdfGlyphs.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            addPicture();
        }

        @Override
        public String getName() {
            return "BI";
        }
    }

    private void addPicture() {
        var matrix = getGraphicsState().getCurrentTransformationMatrix();
        double area =
                Math.abs(
                        matrix.getScaleX() * matrix.getScaleY()
                                - matrix.getShearX() * matrix.getShearY());
        pictures += Double.isFinite(area) ? area : 0;
    }
}

package org.bargardan.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.ITextUnit;
import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.base.NotFoundException;
import org.bargardan.document.DocumentId;
import org.bargardan.document.Entry;
import org.bargardan.document.Origin;
import org.bargardan.document.Rendering;
import org.bargardan.document.Renderings;
import org.bargardan.document.SaveResult;
import org.bargardan.document.SaveResult.Saved;
import org.bargardan.exporting.ExportResult;
import org.bargardan.exporting.Exports;
import org.bargardan.format.OkapiTmx;
import org.bargardan.format.SharedFiles;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.importing.Imports;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.bargardan.text.TaggedText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.Scenario;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

@House
class MemoryExportTest {

    private static final String CREDIT = "س. آذری";

    /// What programs like to change: joiners at the edges, isolates, length, line ends, the end of
    /// a CDATA section, mark-up.
    private static final List<String> ODD =
            List.of(
                    "\u200Cشب بود.\u200C",
                    "\u2067شب\u2069 بود.\u200F",
                    "شب بود. ".repeat(500),
                    "شب\r\nبود.\rو\nرفت.",
                    "شب ]]> بود <b>&amp;</b> \"'",
                    "  شب\tبود.  ",
                    "𐎠𐎡 👩‍🚀 هٔ\u0085\u2028");

    @Autowired private Collective collective;
    @Autowired private Renderings renderings;
    @Autowired private Memories memories;
    @Autowired private MemoryExport export;
    @Autowired private Exports exports;
    @Autowired private Imports imports;
    @Autowired private Users users;
    @Autowired private JdbcClient database;

    private ProjectId project;
    private UserId sara;
    private UserId omid;
    private UserId mina;
    private DocumentId document;
    private DocumentId other;

    @BeforeEach
    void twoDocumentsOfThreePeople() {
        project = collective.project();
        sara = withMail(collective.member(project, "sara", ProjectRole.TRANSLATOR));
        omid = withMail(collective.member(project, "omid", ProjectRole.TRANSLATOR));
        mina = withMail(collective.member(project, "mina", ProjectRole.REVIEWER));
        database.sql("update account_person set credit_name = ? where id = ?")
                .params(CREDIT, sara.value())
                .update();
        document = collective.document(project, "It was night.\nNobody slept.");
        other = collective.document(project, "Then it rained.");
    }

    @Test
    void aProjectGivesAllOfItsUnitsAndADocumentItsOwn(Scenario scenario) throws IOException {
        confirm(entry(document, 0), "شب بود.", sara);
        confirm(entry(document, 1), "کسی نخوابید.", omid);
        confirm(entry(other, 0), "بعد باران آمد.", omid);
        learned(scenario, MemoryKind.WORKING, 3);
        assertThat(units(project(MemoryKind.WORKING, Names.WITHOUT)))
                .extracting(MemoryExportTest::source, MemoryExportTest::target)
                .containsExactlyInAnyOrder(
                        tuple("It was night.", "شب بود."),
                        tuple("Nobody slept.", "کسی نخوابید."),
                        tuple("Then it rained.", "بعد باران آمد."));
        assertThat(units(document(other, MemoryKind.WORKING, Names.WITHOUT)))
                .extracting(MemoryExportTest::source, MemoryExportTest::target)
                .containsExactly(tuple("Then it rained.", "بعد باران آمد."));
    }

    @Test
    void theApprovedMemoryGivesWhatAReviewerApproved(Scenario scenario) throws IOException {
        var confirmed = confirm(entry(document, 0), "شب بود.", sara);
        confirm(entry(document, 1), "کسی نخوابید.", omid);
        learned(scenario, MemoryKind.WORKING, 2);
        assertThat(units(project(MemoryKind.APPROVED, Names.WITHOUT))).isEmpty();
        saved(renderings.approve(confirmed.id(), confirmed.version(), confirmed.text(), mina));
        learned(scenario, MemoryKind.APPROVED, 1);
        for (var file :
                List.of(
                        project(MemoryKind.APPROVED, Names.WITHOUT),
                        document(document, MemoryKind.APPROVED, Names.WITHOUT))) {
            assertThat(units(file)).extracting(MemoryExportTest::target).containsExactly("شب بود.");
            assertThat(units(file).getFirst().getProperty("x-bargardan-memory").getValue())
                    .isEqualTo("approved");
        }
        assertThat(units(document(other, MemoryKind.APPROVED, Names.WITHOUT))).isEmpty();
    }

    @Test
    void whatSomebodyTookBackIsGivenToNobody(Scenario scenario) throws IOException {
        var confirmed = confirm(entry(document, 0), "شب بود.", sara);
        learned(scenario, MemoryKind.WORKING, 1);
        saved(renderings.reopen(confirmed.id(), confirmed.version(), sara));
        learned(scenario, MemoryKind.WORKING, 0);
        assertThat(units(project(MemoryKind.WORKING, Names.WITHOUT))).isEmpty();
    }

    @Test
    void oddTextsAreReadByAnotherProgramAsTheyAre(Scenario scenario) throws IOException {
        var sources = ODD.stream().map(text -> "x" + text.replaceAll("[\r\n]", "")).toList();
        document = collective.document(project, sources.toArray(String[]::new));
        for (int i = 0; i < ODD.size(); i++) {
            confirm(entry(document, i), ODD.get(i), sara);
        }
        learned(scenario, MemoryKind.WORKING, ODD.size());
        var read = units(document(document, MemoryKind.WORKING, Names.PEN_NAMES));
        assertThat(read).hasSize(ODD.size());
        assertThat(read).extracting(MemoryExportTest::source).containsExactlyElementsOf(sources);
        assertThat(read).extracting(MemoryExportTest::target).containsExactlyElementsOf(ODD);
    }

    @ParameterizedTest
    @EnumSource
    void theFileIsValidAgainstTheDocumentTypeOfTmx(Names names, Scenario scenario)
            throws Exception {
        var type = SharedFiles.path("facts/formats/tmx14.dtd").toUri().toString();
        confirm(entry(document, 0), ODD.getFirst(), sara);
        learned(scenario, MemoryKind.WORKING, 1);
        var file = project(MemoryKind.WORKING, names);
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setValidating(true);
        var builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(type));
        builder.setErrorHandler(new Strict());
        assertThat(
                        builder.parse(new ByteArrayInputStream(file))
                                .getElementsByTagName("tu")
                                .getLength())
                .isOne();
    }

    @Test
    void namesAreInTheFileOnlyAsWished(Scenario scenario) throws IOException {
        confirm(entry(document, 0), "شب بود.", sara);
        confirm(entry(document, 1), "کسی نخوابید.", omid);
        learned(scenario, MemoryKind.WORKING, 2);
        var penNames = List.of(penName(sara), penName(omid));
        for (var file :
                List.of(
                        project(MemoryKind.WORKING, Names.WITHOUT),
                        document(document, MemoryKind.WORKING, Names.WITHOUT))) {
            assertThat(text(file))
                    .doesNotContain(penNames)
                    .doesNotContain(CREDIT, "creationid", "changeid");
        }
        assertThat(text(project(MemoryKind.WORKING, Names.PEN_NAMES)))
                .contains(penNames)
                .doesNotContain(CREDIT);
        assertThat(text(project(MemoryKind.WORKING, Names.CREDIT_NAMES)))
                .contains(CREDIT, penName(omid))
                .doesNotContain(penName(sara));
    }

    @Test
    void noExportedFileHoldsALoginOrAMailAddress(Scenario scenario) throws IOException {
        var imported =
                (Imported)
                        imports.importText(
                                project, "a.txt", "It was night.".getBytes(UTF_8), UTF_8, sara);
        document = imported.document();
        var confirmed = confirm(entry(document, 0), "شب بود.", sara);
        saved(renderings.approve(confirmed.id(), confirmed.version(), confirmed.text(), mina));
        learned(scenario, MemoryKind.APPROVED, 1);
        var files = new ArrayList<byte[]>();
        for (var names : Names.values()) {
            for (var kind : List.of(MemoryKind.WORKING, MemoryKind.APPROVED)) {
                var ofProject = project(kind, names);
                assertThat(units(ofProject)).isNotEmpty();
                files.add(ofProject);
                files.add(document(document, kind, names));
            }
        }
        files.add(
                written(out ->
                        assertThat(exports.translation(document, out, omid))
                                .isInstanceOf(ExportResult.Exported.class)));
        files.add(
                written(out ->
                        assertThat(exports.source(document, out, omid))
                                .isInstanceOf(ExportResult.Exported.class)));
        var secrets =
                List.of(
                        users.loginOf(sara),
                        users.loginOf(omid),
                        users.loginOf(mina),
                        users.loginOf(collective.administrator()),
                        "@");
        for (var file : files) {
            assertThat(text(file).toLowerCase(Locale.ROOT)).doesNotContain(secrets);
        }
    }

    @Test
    void strangersDoNotLearnThatThereIsAMemory() {
        var stranger = collective.member(collective.project(), "stranger", ProjectRole.MANAGER);
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() ->
                        export.project(project, MemoryKind.WORKING, Names.WITHOUT, out, stranger))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        export.document(document, MemoryKind.WORKING, Names.WITHOUT, out, stranger))
                .isInstanceOf(NotFoundException.class);
        assertThat(out.size()).isZero();
    }

    /// Logins are as unlike pen names as mail addresses are.
    private UserId withMail(UserId person) {
        var login = "login-" + person.value();
        database.sql("update account_person set login = ?, login_key = ?, email = ? where id = ?")
                .params(login, login, login + "@example.org", person.value())
                .update();
        return person;
    }

    private String penName(UserId person) {
        return users.get(person).penName();
    }

    private Entry entry(DocumentId id, int n) {
        return collective.entries(id).get(n);
    }

    private Rendering confirm(Entry entry, String words, UserId actor) {
        return saved(
                renderings.confirm(
                        entry.rendering().id(),
                        entry.rendering().version(),
                        TaggedText.plain(words),
                        Origin.TYPED,
                        actor));
    }

    private void learned(Scenario scenario, MemoryKind kind, int units) {
        var memory = memories.of(project, kind);
        scenario.stimulate(() -> {})
                .andWaitForStateChange(() -> memories.size(memory), size -> size == units)
                .andVerify(size -> assertThat(size).isEqualTo(units));
    }

    private byte[] project(MemoryKind kind, Names names) throws IOException {
        return written(
                out -> assertThat(export.project(project, kind, names, out, omid)).isEmpty());
    }

    private byte[] document(DocumentId id, MemoryKind kind, Names names) throws IOException {
        return written(out -> assertThat(export.document(id, kind, names, out, omid)).isEmpty());
    }

    private static byte[] written(Export export) throws IOException {
        var out = new ByteArrayOutputStream();
        export.to(out);
        return out.toByteArray();
    }

    private static String text(byte[] file) {
        return new String(file, UTF_8);
    }

    private static List<ITextUnit> units(byte[] file) {
        return OkapiTmx.units(file, "fa");
    }

    private static String source(ITextUnit unit) {
        return unit.getSource().getFirstContent().getText();
    }

    private static String target(ITextUnit unit) {
        return unit.getTarget(LocaleId.fromString("fa")).getFirstContent().getText();
    }

    private static Rendering saved(SaveResult result) {
        assertThat(result).isInstanceOf(Saved.class);
        return ((Saved) result).rendering();
    }

    /// One way of writing a file.
    private interface Export {

        void to(OutputStream out) throws IOException;
    }

    /// Lets no warning pass.
    private static final class Strict extends DefaultHandler {

        @Override
        public void warning(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}

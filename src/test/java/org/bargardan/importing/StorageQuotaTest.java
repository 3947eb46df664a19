package org.bargardan.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bargardan.Collective;
import org.bargardan.House;
import org.bargardan.Program;
import org.bargardan.account.UserId;
import org.bargardan.document.Documents;
import org.bargardan.importing.ImportResult.Imported;
import org.bargardan.importing.ImportResult.QuotaReached;
import org.bargardan.project.ProjectId;
import org.bargardan.project.ProjectRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;

@House
class StorageQuotaTest {

    /// 14 bytes.
    private static final byte[] NIGHT = "It was night.\n".getBytes(UTF_8);

    /// 13 bytes.
    private static final byte[] NOBODY = "Nobody came.\n".getBytes(UTF_8);

    @Autowired private Collective collective;
    @Autowired private Program program;
    @Autowired private StorageQuota quota;
    @Autowired private Imports imports;
    @Autowired private Documents documents;

    private ProjectId project;
    private UserId sara;

    @BeforeEach
    void aTranslator() {
        project = collective.project();
        sara = collective.member(project, "sara", ProjectRole.TRANSLATOR);
    }

    @AfterEach
    void asBefore() {
        quota.set(StorageQuota.DEFAULT);
    }

    @Test
    void aFileThatJustFitsComesInAndTheNextDoesNot() {
        quota.set(14);
        assertThat(importText(NIGHT)).isInstanceOf(Imported.class);
        assertThat(importText(NOBODY)).isEqualTo(new QuotaReached(14, 14));
        assertThat(documents.of(project, sara)).hasSize(1);
    }

    @Test
    void whatAnotherProjectHoldsDoesNotCount() {
        quota.set(14);
        collective.document(collective.project(), "Somewhere else.");
        assertThat(importText(NIGHT)).isInstanceOf(Imported.class);
    }

    @Test
    void zeroIsNoLimit() {
        quota.set(StorageQuota.NONE);
        assertThat(importText(NIGHT)).isInstanceOf(Imported.class);
        assertThat(importText(NOBODY)).isInstanceOf(Imported.class);
    }

    @Test
    void aLimitIsNotNegative() {
        assertThatThrownBy(() -> quota.set(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(quota.most()).isEqualTo(StorageQuota.DEFAULT);
    }

    @Test
    void aProgramIsToldWhatIsHeldAndWhatMayBe() {
        quota.set(13);
        assertThat(
                        program.post(
                                sara,
                                new MockMultipartFile("file", "night.txt", "text/plain", NIGHT),
                                "/api/v1/projects/{id}/documents",
                                project.value()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"kind": "quota_reached", "held": 0, "most": 13,
                         "detail": "The project holds 0 bytes of originals and may hold 13."}
                        """);
    }

    private ImportResult importText(byte[] file) {
        return imports.importText(project, "night.txt", file, UTF_8, sara);
    }
}

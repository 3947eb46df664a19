package org.bargardan.project;

import static org.bargardan.project.internal.schema.Tables.PROJECT;
import static org.bargardan.project.internal.schema.Tables.PROJECT_SEGMENTATION;

import org.bargardan.account.UserId;
import org.bargardan.base.NotFoundException;
import org.bargardan.text.MalformedSrx;
import org.bargardan.text.Segmenter;
import org.bargardan.text.SrxRules;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sentence rules that projects have of their own, before ours. They cut what is imported from
/// then on; documents that are there stay as they are.
@Service
public class SentenceRules {

    private final DSLContext database;
    private final Membership membership;

    SentenceRules(DSLContext database, Membership membership) {
        this.database = database;
        this.membership = membership;
    }

    /// @throws NotFoundException unless the person is a member
    @Transactional(readOnly = true)
    public OwnRules get(ProjectId project, UserId actor) {
        membership.requireMember(project, actor);
        return get(project);
    }

    /// What cuts the project's texts: its own rules, then ours for its source language.
    ///
    /// @throws NotFoundException unless the person is a member
    @Transactional(readOnly = true)
    public Segmenter segmenter(ProjectId project, UserId actor) {
        membership.requireMember(project, actor);
        var language =
                database.select(PROJECT.SOURCE_LANG)
                        .from(PROJECT)
                        .where(PROJECT.ID.eq(project.value()))
                        .fetchSingle(row -> row.value1());
        return Segmenter.forLanguage(language).with(SrxRules.own(get(project).srx()));
    }

    /// Keeps these rules instead of those that were there; for managers.
    ///
    /// @param srx empty for none
    /// @param version of the rules that the person began with
    @Transactional
    public RulesResult decide(ProjectId project, String srx, long version, UserId actor) {
        membership.require(project, actor, ProjectRole.MANAGER);
        try {
            SrxRules.own(srx);
        } catch (MalformedSrx e) {
            return new RulesResult.Malformed(e.problem());
        }
        lock(project);
        var current = get(project);
        if (current.version() != version) {
            return new RulesResult.Conflict(current);
        }
        if (version == 0) {
            database.insertInto(PROJECT_SEGMENTATION)
                    .set(PROJECT_SEGMENTATION.PROJECT_ID, project.value())
                    .set(PROJECT_SEGMENTATION.SRX, srx)
                    .set(PROJECT_SEGMENTATION.VERSION, 1L)
                    .execute();
        } else {
            database.update(PROJECT_SEGMENTATION)
                    .set(PROJECT_SEGMENTATION.SRX, srx)
                    .set(PROJECT_SEGMENTATION.VERSION, version + 1)
                    .where(PROJECT_SEGMENTATION.PROJECT_ID.eq(project.value()))
                    .execute();
        }
        return new RulesResult.Saved(version + 1);
    }

    /// Two managers who keep rules at once wait for each other here, also before the first row.
    private void lock(ProjectId project) {
        database.select(PROJECT.ID)
                .from(PROJECT)
                .where(PROJECT.ID.eq(project.value()))
                .forUpdate()
                .fetchSingle();
    }

    private OwnRules get(ProjectId project) {
        return database.selectFrom(PROJECT_SEGMENTATION)
                .where(PROJECT_SEGMENTATION.PROJECT_ID.eq(project.value()))
                .fetchOptional(row -> new OwnRules(row.getSrx(), row.getVersion()))
                .orElse(new OwnRules("", 0));
    }
}

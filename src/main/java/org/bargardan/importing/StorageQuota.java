package org.bargardan.importing;

import org.bargardan.base.Settings;
import org.bargardan.document.StoredOriginals;
import org.bargardan.project.ProjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How many bytes of originals a project may hold: one value for the whole site.
///
/// Two files that come at once are each weighed against what lay there before, so a project may
/// overshoot by a file; a lock would make everybody wait for the largest one.
@Service
public class StorageQuota {

    /// What holds until an administrator says otherwise: 2 GiB.
    public static final long DEFAULT = 2L << 30;

    /// As much as the disk takes.
    public static final long NONE = 0;

    private static final String KEY = "originals-quota";

    private final Settings settings;
    private final StoredOriginals originals;

    StorageQuota(Settings settings, StoredOriginals originals) {
        this.settings = settings;
        this.originals = originals;
    }

    /// The most bytes a project may hold, or [#NONE].
    @Transactional(readOnly = true)
    public long most() {
        return settings.find(KEY).map(Long::parseLong).orElse(DEFAULT);
    }

    /// The right to is the caller's to check. What projects hold already stays.
    @Transactional
    public void set(long most) {
        if (most < 0) {
            throw new IllegalArgumentException("quota of " + most + " bytes");
        }
        settings.set(KEY, Long.toString(most));
    }

    @Transactional(readOnly = true)
    long held(ProjectId project) {
        return originals.bytes(project);
    }

    @Transactional(readOnly = true)
    boolean refuses(ProjectId project, long bytes) {
        long most = most();
        return most != NONE && held(project) + bytes > most;
    }
}

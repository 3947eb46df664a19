package org.bargardan.administration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bargardan.account.AuditAction;
import org.bargardan.account.AuditLog;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.bargardan.backup.Backups;
import org.bargardan.backup.StoredBackup;
import org.bargardan.base.DatabaseSize;
import org.bargardan.base.Mail;
import org.bargardan.base.MailAddress;
import org.bargardan.base.Messages;
import org.bargardan.base.PendingWork;
import org.bargardan.base.ReadOnlyMode;
import org.bargardan.document.StoredOriginals;
import org.bargardan.importing.StorageQuota;
import org.bargardan.project.ProjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What administrators do to keep the house running. Whoever is no administrator is refused.
@Service
public class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Users users;
    private final AuditLog audit;
    private final ReadOnlyMode readOnly;
    private final Mail mail;
    private final Messages messages;
    private final Backups backups;
    private final PendingWork pending;
    private final DatabaseSize size;
    private final StorageQuota quota;
    private final StoredOriginals originals;

    Housekeeping(
            Users users,
            AuditLog audit,
            ReadOnlyMode readOnly,
            Mail mail,
            Messages messages,
            Backups backups,
            PendingWork pending,
            DatabaseSize size,
            StorageQuota quota,
            StoredOriginals originals) {
        this.users = users;
        this.audit = audit;
        this.readOnly = readOnly;
        this.mail = mail;
        this.messages = messages;
        this.backups = backups;
        this.pending = pending;
        this.size = size;
        this.quota = quota;
        this.originals = originals;
    }

    @Transactional(readOnly = true)
    public HouseState state(UserId actor) {
        users.requireAdministrator(actor);
        return new HouseState(
                backups.lastBackup().orElse(null),
                backups.disk(),
                size.bytes(),
                pending.counts(),
                readOnly.isOn(),
                mail.isSetUp(),
                quota.most());
    }

    /// How many bytes of originals each project holds that holds any.
    @Transactional(readOnly = true)
    public Map<ProjectId, Long> holdings(UserId actor) {
        users.requireAdministrator(actor);
        return originals.bytes();
    }

    /// Stops all writing, or lets people write again.
    @Transactional
    public void readOnly(boolean wanted, UserId actor) {
        users.requireAdministrator(actor);
        if (readOnly.isOn() == wanted) {
            return;
        }
        readOnly.set(wanted);
        audit.add(
                wanted ? AuditAction.READ_ONLY_BEGUN : AuditAction.READ_ONLY_ENDED, actor, "", "");
    }

    /// Says how many bytes of originals a project may hold; 0 for no limit.
    @Transactional
    public void limit(long bytes, UserId actor) {
        users.requireAdministrator(actor);
        quota.set(bytes);
        audit.add(AuditAction.QUOTA_SET, actor, "", "bytes=" + bytes);
    }

    /// Begins a backup, which may take minutes, and returns at once. A failure is logged.
    public CompletableFuture<StoredBackup> backUp(UserId actor) {
        users.requireAdministrator(actor);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return backups.backUpNow(actor);
                    } catch (RuntimeException e) {
                        LOG.error("the backup that was asked for failed", e);
                        throw e;
                    }
                },
                work -> Thread.ofVirtual().name("asked-backup").start(work));
    }

    /// Sends a mail that says it is a test. Waits for the mail server, half a minute at the most.
    public MailTest testMail(String address, Locale locale, UserId actor) {
        users.requireAdministrator(actor);
        if (!mail.isSetUp()) {
            return MailTest.NOT_SET_UP;
        }
        var to = address.strip();
        if (MailAddress.of(to).isEmpty()) {
            return MailTest.ADDRESS_MALFORMED;
        }
        try {
            mail.send(
                    to,
                    messages.get("administration.mail.subject", List.of(), locale),
                    messages.get("administration.mail.text", List.of(mail.address("")), locale));
            return MailTest.SENT;
        } catch (MailException e) {
            // Its message may hold the address.
            LOG.error("A test mail was not sent: {}", e.getClass().getName());
            return MailTest.of(e);
        }
    }
}

-- removed_no: the change by which a newer version of the file took the row out of the text; null while it is in it. The
-- row stays, with its renderings, comments and history.
alter table document_paragraph add column removed_no bigint;
alter table document_segment add column removed_no bigint;
alter table document_repair_edit add column removed_no bigint;

-- The files that a document came from before newer versions took their place, each by the change of that number.
create table document_former_original (
  document_id       uuid         not null references document (id),
  change_no         bigint       not null check (change_no >= 1),
  file_id           uuid         not null references base_stored_file (id),
  file_name         varchar(255) not null,
  filter            varchar(40)  not null,
  filter_parameters text         not null,
  filter_version    int          not null,
  extraction_sha256 bytea        not null,
  text_after        text         not null,
  primary key (document_id, change_no)
);
create index document_former_original_by_file on document_former_original (file_id);

-- text with codes is two columns: the visible characters, and the codes that stand between them.
-- No index on text: a B-tree entry of PostgreSQL ends near 2,700 bytes; hashes are indexed instead.
create table document (
  id                uuid                     not null primary key,
  project_id        uuid                     not null references project (id),
  title             varchar(300)             not null,
  author            varchar(300),
  rights            text,
  lang              varchar(35)              not null,
  file_id           uuid                     not null references base_stored_file (id),
  file_name         varchar(255)             not null,
  filter            varchar(40)              not null,
  filter_parameters text                     not null,
  filter_version    int                      not null,
  extraction_sha256 bytea                    not null,
  text_after        text                     not null,
  change_no         bigint                   not null check (change_no >= 0),
  created_at        timestamp with time zone not null,
  created_by        uuid                     not null references account_person (id),
  deleted_at        timestamp with time zone,
  version           bigint                   not null
);
create index document_by_project on document (project_id);

create table document_repair_edit (
  document_id uuid         not null references document (id),
  n           int          not null,
  rule        varchar(60)  not null,
  at_offset   int          not null check (at_offset >= 0),
  before_text text         not null,
  after_text  text         not null,
  state       varchar(20)  not null check (state in ('applied', 'refused', 'undone')),
  primary key (document_id, n)
);

create table document_paragraph (
  id               uuid         not null primary key,
  document_id      uuid         not null references document (id),
  position         bigint       not null,
  kind             varchar(20)  not null check (kind in ('heading', 'body', 'verse', 'quote', 'list', 'footnote', 'caption', 'furniture')),
  level            int          not null check (level >= 0),
  text_unit        varchar(200) not null,
  separator_before text         not null,
  translatable     boolean      not null,
  page             int,
  constraint document_paragraph_order unique (document_id, position),
  constraint document_paragraph_of_document unique (document_id, id)
);

-- joined_into: the segment that took this one's text; its row stays. split_from: where a later part came from.
create table document_segment (
  id             uuid   not null primary key,
  document_id    uuid   not null,
  paragraph_id   uuid   not null,
  position       bigint not null,
  source         text   not null,
  source_codes   text   not null,
  space_after    text   not null,
  source_hash    bigint not null,
  source_version bigint not null check (source_version >= 1),
  joined_into    uuid references document_segment (id),
  split_from     uuid references document_segment (id),
  version        bigint not null,
  changed_no     bigint not null,
  constraint document_segment_order unique (paragraph_id, position),
  constraint document_segment_in_paragraph foreign key (document_id, paragraph_id) references document_paragraph (document_id, id),
  constraint document_segment_not_into_itself check (joined_into is null or joined_into <> id)
);
create index document_segment_by_change on document_segment (document_id, changed_no);

create table document_inline_code (
  segment_id uuid         not null references document_segment (id),
  code_id    int          not null,
  kind       varchar(20)  not null check (kind in ('open', 'close', 'alone')),
  label      varchar(40)  not null,
  native     text         not null,
  deletable  boolean      not null,
  copyable   boolean      not null,
  primary key (segment_id, code_id, kind)
);

create table document_source_revision (
  segment_id uuid                     not null references document_segment (id),
  n          bigint                   not null check (n >= 1),
  source     text                     not null,
  codes      text                     not null,
  cause      varchar(20)              not null check (cause in ('import', 'repair', 'correction', 'split', 'join', 'reimport')),
  by_person  uuid                     not null references account_person (id),
  at         timestamp with time zone not null,
  change_no  bigint                   not null,
  primary key (segment_id, n)
);

-- working_of is the document of a working set and null in all others: one working set a document on both databases.
create table document_rendering_set (
  id          uuid         not null primary key,
  document_id uuid         not null references document (id),
  name        varchar(200) not null,
  kind        varchar(20)  not null check (kind in ('working', 'proposal', 'published', 'aligned')),
  lang        varchar(35)  not null,
  person_id   uuid references account_person (id),
  credit      varchar(300),
  rights      text,
  working_of  uuid,
  constraint document_rendering_set_one_working unique (working_of),
  constraint document_rendering_set_working check
    ((kind = 'working' and working_of is not null and working_of = document_id) or (kind <> 'working' and working_of is null))
);
create index document_rendering_set_by_document on document_rendering_set (document_id);

-- A rendering equals its last revision; revision_n is that revision's number, 0 before the first.
create table document_rendering (
  id          uuid        not null primary key,
  set_id      uuid        not null references document_rendering_set (id),
  text        text        not null,
  codes       text        not null,
  status      varchar(20) not null check (status in ('untranslated', 'draft', 'translated', 'reviewed', 'approved')),
  returned    boolean     not null,
  author      uuid references account_person (id),
  source_seen bigint,
  revision_n  bigint      not null check (revision_n >= 0),
  version     bigint      not null check (version >= 1),
  changed_no  bigint      not null,
  constraint document_rendering_of_set unique (set_id, id),
  constraint document_rendering_returned_is_draft check (not returned or status = 'draft'),
  constraint document_rendering_untranslated_is_empty check (status <> 'untranslated' or char_length(text) = 0)
);
create index document_rendering_by_change on document_rendering (set_id, changed_no);

create table document_rendering_segment (
  set_id       uuid not null,
  segment_id   uuid not null references document_segment (id),
  rendering_id uuid not null,
  primary key (set_id, segment_id),
  constraint document_rendering_segment_same_set foreign key (set_id, rendering_id) references document_rendering (set_id, id)
);
create index document_rendering_segment_by_rendering on document_rendering_segment (rendering_id);

-- Insert only.
create table document_revision (
  rendering_id uuid                     not null references document_rendering (id),
  n            bigint                   not null check (n >= 1),
  text         text                     not null,
  codes        text                     not null,
  status       varchar(20)              not null check (status in ('untranslated', 'draft', 'translated', 'reviewed', 'approved')),
  returned     boolean                  not null,
  change_class varchar(20)              not null check (change_class in ('none', 'spelling', 'wording')),
  origin       varchar(20)              not null check (origin in ('typed', 'match', 'machine', 'import', 'propagated', 'adopted', 'restored', 'merged')),
  origin_ref   varchar(200),
  origin_score int check (origin_score between 0 and 100),
  base_n       bigint,
  source_seen  bigint,
  reason_kind  varchar(20),
  reason       text,
  by_person    uuid                     not null references account_person (id),
  at           timestamp with time zone not null,
  change_no    bigint                   not null,
  primary key (rendering_id, n)
);

-- One person's unsent words: private, overwritten freely, no history.
create table document_draft (
  person_id    uuid                     not null references account_person (id),
  rendering_id uuid                     not null references document_rendering (id),
  base_version bigint                   not null,
  text         text                     not null,
  codes        text                     not null,
  at           timestamp with time zone not null,
  primary key (person_id, rendering_id)
);

create table document_note (
  id                uuid        not null primary key,
  document_id       uuid        not null references document (id),
  origin            varchar(20) not null check (origin in ('author', 'translator')),
  mark_segment_id   uuid references document_segment (id),
  mark_rendering_id uuid references document_rendering (id),
  mark_code_id      int         not null,
  body_paragraph_id uuid        not null references document_paragraph (id),
  check ((mark_segment_id is null) <> (mark_rendering_id is null))
);

create table document_change (
  document_id  uuid                     not null references document (id),
  change_no    bigint                   not null check (change_no >= 1),
  what         varchar(20)              not null,
  segment_id   uuid references document_segment (id),
  rendering_id uuid references document_rendering (id),
  by_person    uuid                     not null references account_person (id),
  at           timestamp with time zone not null,
  primary key (document_id, change_no)
);

create index document_change_by_person on document_change (by_person, at);

create table document_seen (
  person_id   uuid   not null references account_person (id),
  document_id uuid   not null references document (id),
  change_no   bigint not null,
  primary key (person_id, document_id)
);

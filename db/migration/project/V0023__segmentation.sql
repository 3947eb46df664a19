-- A project's own sentence rules as SRX 2.0; they come before ours. No row: it has none.
create table project_segmentation (
  project_id uuid   not null primary key references project (id),
  srx        text   not null,
  version    bigint not null
);

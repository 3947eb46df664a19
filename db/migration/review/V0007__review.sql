create table review_thread (
  id           uuid                     not null primary key,
  project_id   uuid                     not null references project (id),
  document_id  uuid references document (id),
  segment_id   uuid references document_segment (id),
  rendering_id uuid references document_rendering (id),
  quoted       text,
  quoted_from  int,
  quoted_to    int,
  state        varchar(20)              not null check (state in ('open', 'resolved')),
  created_at   timestamp with time zone not null,
  version      bigint                   not null,
  check ((quoted is null) = (quoted_from is null) and (quoted is null) = (quoted_to is null))
);
create index review_thread_by_document on review_thread (document_id);
create table review_comment (
  id        uuid                     not null primary key,
  thread_id uuid                     not null references review_thread (id),
  by_person uuid                     not null references account_person (id),
  text      text                     not null,
  at        timestamp with time zone not null,
  version   bigint                   not null
);
create index review_comment_by_thread on review_comment (thread_id);
create table review_decision (
  id         uuid                     not null primary key,
  project_id uuid                     not null references project (id),
  n          int                      not null check (n >= 1),
  title      varchar(300)             not null,
  text       text                     not null,
  by_person  uuid                     not null references account_person (id),
  at         timestamp with time zone not null,
  version    bigint                   not null,
  unique (project_id, n)
);
-- From and to are ids, never numbers: a split or join in between keeps the range.
create table review_assignment (
  id           uuid                     not null primary key,
  document_id  uuid                     not null references document (id),
  from_segment uuid                     not null references document_segment (id),
  to_segment   uuid                     not null references document_segment (id),
  person_id    uuid                     not null references account_person (id),
  stage        varchar(20)              not null check (stage in ('translation', 'review', 'second-review')),
  due          timestamp with time zone,
  version      bigint                   not null
);
create index review_assignment_by_person on review_assignment (person_id);

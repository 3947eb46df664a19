create table project (
  id          uuid                     not null primary key,
  name        varchar(200)             not null,
  source_lang varchar(35)              not null,
  target_lang varchar(35)              not null,
  style       text                     not null,
  workflow    text                     not null,
  created_at  timestamp with time zone not null,
  created_by  uuid                     not null references account_person (id),
  deleted_at  timestamp with time zone,
  version     bigint                   not null,
  check (source_lang <> target_lang)
);
-- A person may hold several roles in one project.
create table project_member (
  project_id uuid                     not null references project (id),
  person_id  uuid                     not null references account_person (id),
  role       varchar(20)              not null check (role in ('manager', 'translator', 'reviewer', 'reader')),
  since      timestamp with time zone not null,
  primary key (project_id, person_id, role)
);
create index project_member_by_person on project_member (person_id);
create table project_invitation (
  invitation_id uuid        not null references account_invitation (id),
  project_id    uuid        not null references project (id),
  role          varchar(20) not null check (role in ('manager', 'translator', 'reviewer', 'reader')),
  primary key (invitation_id, project_id, role)
);

-- Originals and images live in the database, in pieces, so that one backup holds everything.
create table base_stored_file (
  id         uuid         not null primary key,
  sha256     bytea        not null,
  size       bigint       not null check (size >= 0),
  media_type varchar(127) not null,
  constraint base_stored_file_once unique (sha256)
);
create table base_stored_file_chunk (
  file_id uuid  not null references base_stored_file (id) on delete cascade,
  n       int   not null check (n >= 0),
  bytes   bytea not null check (octet_length(bytes) between 1 and 262144),
  primary key (file_id, n)
);
-- Long work: whoever holds the lease runs it; a restart takes up what nobody holds.
create table base_job (
  id            uuid                     not null primary key,
  kind          varchar(60)              not null,
  state         varchar(20)              not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  node          varchar(60),
  lease_until   timestamp with time zone,
  done          bigint                   not null,
  total         bigint                   not null,
  input         text                     not null,
  report        text,
  cancel_wanted boolean                  not null,
  by_person     uuid,
  created_at    timestamp with time zone not null,
  version       bigint                   not null
);
create index base_job_by_state on base_job (state, lease_until);

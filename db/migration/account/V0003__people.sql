-- Only the pen name is ever shown to others. login and login_key: as typed, and folded for comparison.
create table account_person (
  id            uuid                     not null primary key,
  login         varchar(60)              not null,
  login_key     varchar(60)              not null,
  pen_name      varchar(80)              not null,
  pen_name_key  varchar(80)              not null,
  credit_name   varchar(120),
  email         varchar(254),
  password_hash varchar(255)             not null,
  site_role     varchar(20)              not null check (site_role in ('administrator', 'member')),
  locale        varchar(35)              not null,
  state         varchar(20)              not null check (state in ('active', 'deactivated', 'former')),
  created_at    timestamp with time zone not null,
  version       bigint                   not null,
  constraint account_person_login_once unique (login_key),
  constraint account_person_pen_name_once unique (pen_name_key)
);
create table account_token (
  id           uuid                     not null primary key,
  person_id    uuid                     not null references account_person (id),
  name         varchar(120)             not null,
  hash         bytea                    not null unique,
  scope        varchar(20)              not null check (scope in ('read', 'write')),
  created_at   timestamp with time zone not null,
  expires_at   timestamp with time zone,
  last_used_at timestamp with time zone,
  revoked_at   timestamp with time zone
);
create table account_remember_me (
  id           uuid                     not null primary key,
  person_id    uuid                     not null references account_person (id),
  hash         bytea                    not null unique,
  last_used_at timestamp with time zone not null,
  expires_at   timestamp with time zone not null
);
create table account_invitation (
  id         uuid                     not null primary key,
  hash       bytea                    not null unique,
  site_role  varchar(20)              not null check (site_role in ('administrator', 'member')),
  invited_by uuid                     not null references account_person (id),
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at    timestamp with time zone,
  used_by    uuid references account_person (id),
  revoked_at timestamp with time zone,
  check ((used_at is null) = (used_by is null))
);
-- Append-only.
create table account_audit_entry (
  id      uuid                     not null primary key,
  at      timestamp with time zone not null,
  actor   uuid references account_person (id),
  action  varchar(60)              not null,
  subject varchar(200)             not null,
  detail  text                     not null,
  address varchar(60)
);
create index account_audit_entry_by_time on account_audit_entry (at);

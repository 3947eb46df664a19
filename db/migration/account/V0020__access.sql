-- A sign-in is void once the person's epoch has moved on: signing out everywhere, a new password, an account stopped.
alter table account_person add column epoch bigint default 0 not null;

-- A link by which somebody who lost their password gives themselves a new one; made by an administrator, or null where
-- the person asked for it by mail.
create table account_reset (
  id         uuid                     not null primary key,
  person_id  uuid                     not null references account_person (id),
  hash       bytea                    not null unique,
  made_by    uuid references account_person (id),
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at    timestamp with time zone
);
create index account_reset_by_person on account_reset (person_id);
create index account_token_by_person on account_token (person_id);
create index account_remember_me_by_person on account_remember_me (person_id);
alter table account_remember_me add column created_at timestamp with time zone default current_timestamp not null;

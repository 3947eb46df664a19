create table notification (
  id        uuid                     not null primary key,
  person_id uuid                     not null references account_person (id),
  kind      varchar(40)              not null,
  ref       varchar(200)             not null,
  at        timestamp with time zone not null,
  read_at   timestamp with time zone,
  mailed_at timestamp with time zone
);
create index notification_by_person on notification (person_id, at);

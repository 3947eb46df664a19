create table collaboration_claim (
  rendering_id uuid                     not null primary key references document_rendering (id),
  person_id    uuid                     not null references account_person (id),
  tab          varchar(60)              not null,
  until        timestamp with time zone not null
);

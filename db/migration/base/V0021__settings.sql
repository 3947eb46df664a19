-- What administrators set while the house runs, one value a key.
create table base_setting (
  setting_key   varchar(60) not null primary key,
  setting_value text        not null
);

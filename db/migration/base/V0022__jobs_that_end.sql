-- When a job ended says when it may be forgotten; how often its process died says when to give it up.
alter table base_job add column interruptions int default 0 not null;
alter table base_job add column ended_at timestamp with time zone;
update base_job set ended_at = created_at where state in ('done', 'failed', 'cancelled');
alter table base_job add constraint base_job_interruptions check (interruptions >= 0);
alter table base_job add constraint base_job_ended
  check ((ended_at is not null) = (state in ('done', 'failed', 'cancelled')));
create index base_job_by_person on base_job (by_person, created_at);

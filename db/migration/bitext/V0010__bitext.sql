create table bitext_alignment (
  id             uuid   not null primary key,
  left_document  uuid   not null references document (id),
  right_document uuid   not null references document (id),
  change_no      bigint not null check (change_no >= 0),
  check (left_document <> right_document)
);
create table bitext_bead (
  id           uuid             not null primary key,
  alignment_id uuid             not null references bitext_alignment (id),
  position     bigint           not null,
  confidence   double precision not null check (confidence between 0 and 1),
  state        varchar(20)      not null check (state in ('auto', 'doubtful', 'locked')),
  version      bigint           not null,
  constraint bitext_bead_order unique (alignment_id, position),
  constraint bitext_bead_of_alignment unique (alignment_id, id)
);
create table bitext_bead_segment (
  alignment_id uuid        not null,
  side         varchar(10) not null check (side in ('left', 'right')),
  segment_id   uuid        not null references document_segment (id),
  bead_id      uuid        not null,
  primary key (alignment_id, side, segment_id),
  constraint bitext_bead_segment_same_alignment foreign key (alignment_id, bead_id) references bitext_bead (alignment_id, id)
);

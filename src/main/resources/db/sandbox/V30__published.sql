create table published_record (
    id bigint generated always as identity primary key,
    kind varchar(10) not null,
    name varchar(500) not null,
    content varchar(20000) not null
);

create index published_record_name on published_record (kind, name);

-- when the certificates of a customer are read again; whoever reads them puts it off meanwhile, so that no other node does
create table former_certificate_reading (
    acronym varchar(60) primary key,
    next_at timestamp with time zone not null
);
create index former_certificate_reading_by_time on former_certificate_reading (next_at);

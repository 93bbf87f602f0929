create table harica_transaction (
    id varchar(36) primary key,
    review_id varchar(36) not null,
    requester varchar(320) not null,
    domains varchar(4000) not null,
    type varchar(2) not null,
    status varchar(20) not null,
    requested_at timestamp with time zone not null
);

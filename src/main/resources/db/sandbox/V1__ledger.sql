create table ledger_call (
    id bigint generated always as identity primary key,
    at timestamp with time zone not null,
    partner varchar(40) not null,
    call varchar(400) not null,
    reference varchar(200),
    status int not null
);

create table ledger_effect (
    id bigint generated always as identity primary key,
    at timestamp with time zone not null,
    partner varchar(40) not null,
    kind varchar(80) not null,
    reference varchar(200),
    object_id varchar(200) not null
);

create index ledger_call_reference on ledger_call (partner, reference);
create index ledger_effect_reference on ledger_effect (partner, reference);

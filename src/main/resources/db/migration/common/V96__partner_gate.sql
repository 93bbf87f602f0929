-- one row for each partner that allows one call at a time: who holds it may call, until it is given back or its time is over
create table partner_gate (
    name varchar(60) primary key,
    holder varchar(36),
    held_until timestamp with time zone
);
insert into partner_gate (name) values ('FortiFlex');
insert into partner_gate (name) values ('FortiCare');
-- the calls of the last hour, which partners count as well
create table partner_call (
    id varchar(36) primary key,
    gate varchar(60) not null references partner_gate (name),
    called_at timestamp with time zone not null,
    failed boolean not null
);
create index partner_call_by_gate on partner_call (gate, called_at);

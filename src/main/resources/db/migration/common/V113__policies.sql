-- the policies that a contract version names
create table contract_policy (
    contract_id bigint not null references contract (id),
    position integer not null,
    policy varchar(60) not null,
    version varchar(60) not null,
    primary key (contract_id, position)
);

-- and that signing it accepted
create table policy_acceptance (
    contract_id bigint not null references contract (id),
    position integer not null,
    policy varchar(60) not null,
    version varchar(60) not null,
    accepted_by varchar(200),
    accepted_as varchar(200),
    accepted_on date,
    primary key (contract_id, position)
);

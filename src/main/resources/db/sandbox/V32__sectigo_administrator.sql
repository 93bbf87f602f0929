create table sectigo_administrator (
    id int generated always as identity (start with 5001) primary key,
    login varchar(128) not null unique,
    email varchar(320) not null,
    forename varchar(128) not null,
    surname varchar(128) not null,
    telephone varchar(64),
    created_at timestamp with time zone not null
);

create table sectigo_credential (
    administrator_id int not null references sectigo_administrator on delete cascade,
    position int not null,
    role varchar(20) not null,
    org_id int,
    primary key (administrator_id, position)
);

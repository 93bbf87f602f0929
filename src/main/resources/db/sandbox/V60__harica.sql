create table harica_session (
    token varchar(1000) primary key,
    email varchar(320) not null,
    expires_at timestamp with time zone not null
);

create table harica_verification (
    token varchar(60) primary key,
    cookie varchar(60) not null,
    email varchar(320)
);

create table harica_enterprise (
    id varchar(36) primary key,
    alias varchar(128) not null,
    legal_name varchar(255) not null,
    enterprise_number varchar(40) not null,
    country varchar(2) not null,
    locality varchar(128),
    created_at timestamp with time zone not null,
    checked_at timestamp with time zone,
    validated_at timestamp with time zone
);

create table harica_domain (
    id varchar(36) primary key,
    enterprise_id varchar(36) not null references harica_enterprise on delete cascade,
    name varchar(255) not null unique,
    created_at timestamp with time zone not null,
    token varchar(60),
    next_check timestamp with time zone,
    valid_until timestamp with time zone
);

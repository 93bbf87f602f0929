create table sectigo_organisation (
    id int generated always as identity (start with 1001) primary key,
    parent_id int references sectigo_organisation,
    name varchar(128) not null,
    details varchar(10000) not null,
    created_at timestamp with time zone not null,
    validated_at timestamp with time zone
);

create unique index sectigo_organisation_name on sectigo_organisation (parent_id, name);

create table sectigo_domain (
    id int generated always as identity (start with 301) primary key,
    name varchar(255) not null unique,
    description varchar(255),
    active boolean not null,
    monitoring varchar(1000),
    created_at timestamp with time zone not null,
    validated_at timestamp with time zone,
    expires_at timestamp with time zone,
    method varchar(10),
    order_status varchar(20) not null,
    order_method varchar(10),
    order_backend_id varchar(20),
    email varchar(320),
    email_reference varchar(40),
    email_confirmed boolean not null,
    submitted_at timestamp with time zone,
    last_check timestamp with time zone,
    next_check timestamp with time zone
);

create index sectigo_domain_order on sectigo_domain (order_status);

create table sectigo_delegation (
    domain_id int not null references sectigo_domain on delete cascade,
    org_id int not null references sectigo_organisation on delete cascade,
    cert_types varchar(100) not null,
    privileges varchar(200),
    status varchar(20) not null,
    primary key (domain_id, org_id)
);

create table sectigo_certificate (
    id int generated always as identity (start with 20001) primary key,
    org_id int not null,
    profile_id int not null,
    term int not null,
    csr varchar(32767) not null,
    common_name varchar(255) not null,
    names varchar(20000) not null,
    comments varchar(1024),
    requester varchar(128) not null,
    external_requester varchar(512),
    custom_fields varchar(10000) not null,
    renew_id varchar(40) not null,
    status varchar(20) not null,
    requested_at timestamp with time zone not null,
    approved_at timestamp with time zone,
    ready_at timestamp with time zone,
    issued_at timestamp with time zone,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    serial_number varchar(80),
    certificate varchar(20000)
);

create index sectigo_certificate_status on sectigo_certificate (status);
create index sectigo_certificate_serial on sectigo_certificate (serial_number);

create table sectigo_authority (
    position int primary key,
    private_key varchar(4000) not null,
    certificate varchar(8000) not null
);

create table digicert_organization (
    id bigint primary key,
    status varchar(20) not null,
    name varchar(200) not null,
    assumed_name varchar(200),
    display_name varchar(200) not null,
    address varchar(200) not null,
    zip varchar(20) not null,
    city varchar(100) not null,
    country varchar(2) not null,
    telephone varchar(40) not null,
    contact_email varchar(320) not null,
    container_id bigint not null,
    validated_until date not null,
    date_created date not null
);

create table digicert_domain (
    id bigint primary key,
    organization_id bigint not null references digicert_organization,
    name varchar(253) not null unique,
    active boolean not null,
    date_created date not null,
    dcv_method varchar(20) not null,
    validated_until date
);

create table digicert_order (
    id bigint primary key,
    certificate_id bigint not null unique,
    organization_id bigint not null references digicert_organization,
    names varchar(20000) not null,
    status varchar(20) not null,
    date_created date not null,
    valid_from date,
    valid_till date,
    order_valid_till date,
    serial_number varchar(40),
    thumbprint varchar(40),
    product varchar(20) not null,
    csr varchar(10000) not null,
    user_email varchar(320) not null,
    has_duplicates boolean not null,
    renewed boolean not null,
    status_changed_at timestamp with time zone not null,
    ended_by varchar(20)
);

create index digicert_order_serial on digicert_order (serial_number);
create index digicert_order_thumbprint on digicert_order (thumbprint);

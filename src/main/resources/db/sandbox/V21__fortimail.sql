create table fortimail_unit (
    machine_id varchar(36) primary key,
    reference varchar(255) not null,
    address varchar(45) not null,
    host_name varchar(255) not null,
    operation_mode varchar(20) not null,
    admin_password varchar(255) not null,
    rest_enabled boolean not null,
    serial varchar(16),
    vcpus int not null,
    switched_on boolean not null,
    answers_from timestamp with time zone not null
);

create index fortimail_unit_address on fortimail_unit (address);

create table fortimail_session (
    cookie varchar(100) primary key,
    machine_id varchar(36) not null,
    banner_pending boolean not null,
    last_used_at timestamp with time zone not null
);

create table fortimail_domain (
    machine_id varchar(36) not null,
    name varchar(255) not null,
    alias_of varchar(255),
    settings varchar(20000) not null,
    primary key (machine_id, name)
);

create table os_token (
    id varchar(300) primary key,
    expires_at timestamp with time zone not null
);

create table os_port (
    id varchar(36) primary key,
    name varchar(255) not null,
    subnet_id varchar(36) not null,
    address varchar(45) not null unique,
    mac varchar(17) not null,
    device_id varchar(36),
    made_by_nova boolean not null,
    created_at timestamp with time zone not null
);

create index os_port_name on os_port (name);
create index os_port_device on os_port (device_id);

create table os_server (
    id varchar(36) primary key,
    name varchar(255) not null,
    image_id varchar(36) not null,
    flavor_id varchar(36) not null,
    port_id varchar(36),
    metadata varchar(100000) not null,
    tags varchar(20000) not null,
    files varchar(200000) not null,
    config_drive boolean not null,
    status varchar(20) not null,
    created_at timestamp with time zone not null,
    updated_at timestamp with time zone not null,
    binds_at timestamp with time zone not null,
    ready_at timestamp with time zone not null,
    bound boolean not null,
    address varchar(45),
    mac varchar(17),
    build_fault varchar(1000),
    fault varchar(1000),
    gone_at timestamp with time zone
);

create index os_server_port on os_server (port_id);
create index os_server_status on os_server (status);

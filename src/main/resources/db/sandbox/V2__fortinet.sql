create table forticloud_token (
    access_token varchar(30) primary key,
    refresh_token varchar(30) not null unique,
    client_id varchar(40) not null,
    expires_at timestamp with time zone not null
);

create sequence fortinet_serial start with 26000262;

create table fortiflex_program (
    serial_number varchar(16) primary key,
    account_id int not null,
    start_date timestamp not null,
    end_date timestamp not null,
    has_support_coverage boolean not null,
    points int not null
);

create table fortiflex_config (
    id int generated always as identity (start with 42) primary key,
    program_serial_number varchar(16) not null references fortiflex_program,
    name varchar(200) not null,
    status varchar(10) not null
);

create table fortiflex_parameter (
    config_id int not null references fortiflex_config,
    position int not null,
    id int not null,
    setting varchar(40) not null,
    primary key (config_id, position)
);

create table fortiflex_entitlement (
    serial_number varchar(16) primary key,
    config_id int not null references fortiflex_config,
    description varchar(400) not null,
    start_date timestamp(3) not null,
    end_date timestamp not null,
    status varchar(12) not null,
    folder_path varchar(400) not null,
    charged_from date,
    charged_until date
);

create index fortiflex_entitlement_config on fortiflex_entitlement (config_id);

create table fortiflex_token (
    token varchar(20) primary key,
    serial_number varchar(16) not null references fortiflex_entitlement,
    issue bigint generated always as identity,
    status varchar(7) not null
);

create index fortiflex_token_serial on fortiflex_token (serial_number);

create table forticare_folder (
    id int generated always as identity (start with 101) primary key,
    name varchar(200) not null,
    parent_id int references forticare_folder
);

create table forticare_product (
    serial_number varchar(16) primary key,
    product_model varchar(80) not null,
    description varchar(400) not null,
    registration_date timestamp not null,
    support_until timestamp not null,
    folder_id int references forticare_folder,
    contract_number varchar(40) unique,
    registration_code varchar(30) unique,
    license_number varchar(40),
    license_sku varchar(40)
);

create table dns_zone (
    name varchar(253) primary key,
    behaviour varchar(20) not null
);

create table dns_record (
    id bigint generated always as identity primary key,
    name varchar(253) not null,
    type varchar(10) not null,
    ttl bigint not null,
    record_value varchar(4000) not null
);

create index dns_record_name on dns_record (name);

create table web_file (
    id bigint generated always as identity primary key,
    host varchar(253) not null,
    path varchar(300) not null,
    content varchar(100000),
    location varchar(2000),
    unique (host, path)
);

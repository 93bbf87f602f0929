-- servers are asked for by tag, and among a thousand the one is to be found at once
create table os_server_tag (
    server_id varchar(36) not null references os_server (id) on delete cascade,
    tag varchar(60) not null,
    primary key (tag, server_id)
);
create index os_server_tag_server on os_server_tag (server_id);

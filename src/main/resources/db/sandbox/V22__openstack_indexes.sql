create index os_server_gone on os_server (gone_at);

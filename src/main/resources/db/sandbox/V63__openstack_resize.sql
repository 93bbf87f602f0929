-- the size that a server has until its new one is confirmed; null while it is not being resized
alter table os_server add column former_flavor_id varchar(64);

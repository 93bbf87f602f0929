-- One row: the newest release whose models were deployed
create table deployed_release (
    release_name varchar(100) not null
);

insert into deployed_release (release_name) values ('0');

-- one row per thing that nodes starting together must do one after the other
create table start_lock (
    name varchar(40) primary key
);
insert into start_lock (name) values ('staff');
insert into start_lock (name) values ('customers');

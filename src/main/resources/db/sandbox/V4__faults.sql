create table fault_switch (
    partner varchar(40) primary key,
    fault varchar(20) not null,
    calls varchar(10),
    path varchar(200),
    times int,
    seconds decimal(7, 3),
    status int,
    message varchar(500)
);

-- what one step changes at a partner at the moment, until it is given back or its time is over
create table partner_lease (
    name varchar(200) primary key,
    holder varchar(36) not null,
    held_until timestamp with time zone not null
);

-- when the supplier was asked for the end of a licence that is not known
alter table subscription add column licence_looked_at timestamp with time zone;
-- the last day of the licence that somebody decided to leave at that
alter table subscription add column licence_left_on date;

-- files that have a licence extended before it ends
create table licence_extension (
    order_number varchar(32) primary key references service_order (number),
    subscription_id bigint not null references subscription (id),
    -- last day of the licence when the file was opened, and the one that is wanted
    licence_ends_on date not null,
    wanted_until date not null,
    -- bought by a person instead of extended by call
    through_distributor boolean not null,
    -- 1 while the file is open and null afterwards, so that a subscription has one at a time
    open_slot integer,
    unique (subscription_id, open_slot)
);

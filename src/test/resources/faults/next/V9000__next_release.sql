-- What a later release may do to a table while nodes of this one run
alter table service_order add column of_next_release varchar(10);

-- user id; orders of every service have one
alter table service_order add column account_manager varchar(64);
update service_order set account_manager =
    (select bams_order.account_manager from bams_order where bams_order.order_number = service_order.number);
alter table bams_order drop column account_manager;

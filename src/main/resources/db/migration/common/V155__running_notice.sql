-- which open file ends a subscription: one at most, however many notices come at once
create table running_notice (
    subscription_id bigint primary key references subscription (id),
    order_number varchar(32) not null unique references service_order (number)
);
insert into running_notice (subscription_id, order_number)
    select t.subscription_id, min(t.order_number) from termination t join service_order o on o.number = t.order_number
    where t.subscription_id is not null and o.state in ('open', 'cancelling') group by t.subscription_id;

-- terms that name people, contracts and the customer's references are only for those who see these in the order itself
alter table order_search_term add column restricted boolean default false not null;

update order_search_term set restricted = true where term like '%@%'
    or exists (select 1 from contract c where c.order_number = order_search_term.order_number
        and lower(c.number) = order_search_term.term)
    or exists (select 1 from service_order o where o.number = order_search_term.order_number
        and (lower(o.requester_name) like '%' || order_search_term.term || '%'
            or lower(o.ticket_reference) = order_search_term.term
            or lower(o.customer_reference) = order_search_term.term));

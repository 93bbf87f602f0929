create table support_request (
    order_number varchar(32) primary key references service_order (number),
    topic varchar(20) not null,
    -- number of the certificate's order at its authority
    certificate_order varchar(40),
    -- as it was written last, before it is mailed
    answer varchar(4000)
);

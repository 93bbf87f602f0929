-- What a customer asked for on its page: somebody else is to take the place of a contact. Once it is decided, nothing tells
-- of the people any more.
create table contact_change (
    number varchar(32) primary key,
    order_number varchar(32) not null references service_order (number),
    asked_at timestamp with time zone not null,
    former_name varchar(200),
    former_email varchar(254),
    name varchar(200),
    email varchar(254),
    phone varchar(40),
    language varchar(2) not null,
    -- order and former address while it is open, so that there is one at a time
    open_key varchar(300) unique,
    -- asked, changed or kept
    state varchar(20) not null,
    decided_at timestamp with time zone
);
create index contact_change_by_order on contact_change (order_number, asked_at);

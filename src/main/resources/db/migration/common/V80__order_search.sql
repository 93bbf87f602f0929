-- What people look orders up by, each as it is compared: lower case, without accents; see SearchTerms
create table order_search_term (
    order_number varchar(32) not null references service_order (number),
    term varchar(254) not null,
    primary key (order_number, term)
);
create index service_order_by_opening on service_order (opened_at, number);

-- One row per start asked for through the API; it is committed with the order it started
create table order_start_request (
    token varchar(200) primary key,
    body_sha256 varchar(64) not null
);

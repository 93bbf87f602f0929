-- Sign-ins that failed lately. address_key is a hash of the address; rows go with the first failure after the window
create table sign_in_failure (
    address_key bigint not null,
    failed_at timestamp(3) with time zone not null
);

create index sign_in_failure_address on sign_in_failure (address_key, failed_at);
create index sign_in_failure_time on sign_in_failure (failed_at);

-- Two users: one who owns the tables and lets Flyway change them, one for the run time, who can only read and write
-- rows. Run it once as a superuser, in the database of Orderdesk, before its first start; then give both a password.
create role orderdesk_owner login;
create role orderdesk login;

do $$ begin
    execute format('revoke create, temporary on database %I from public', current_database());
end $$;
revoke create on schema public from public;
grant usage, create on schema public to orderdesk_owner;
grant usage on schema public to orderdesk;

-- Whatever the owner makes from now on
alter default privileges for role orderdesk_owner in schema public
    grant select, insert, update, delete on tables to orderdesk;
alter default privileges for role orderdesk_owner in schema public
    grant usage, select on sequences to orderdesk;

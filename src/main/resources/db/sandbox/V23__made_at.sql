alter table fortiflex_entitlement add made_at timestamp with time zone default current_timestamp not null;
alter table forticare_product add made_at timestamp with time zone default current_timestamp not null;
alter table fortimail_domain add made_at timestamp with time zone default current_timestamp not null;

-- Gives both users of roles.sql the passwords of the environment; for psql, which does not show them
\getenv run_time SPRING_DATASOURCE_PASSWORD
\getenv owner SPRING_FLYWAY_PASSWORD
alter role orderdesk password :'run_time';
alter role orderdesk_owner password :'owner';

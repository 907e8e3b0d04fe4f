#!/bin/sh
# Run once by the entrypoint of the postgres image, while the data directory is new: makes the role
# that the service works with, which is no superuser, and the database that the role owns.
set -eu

: "${ROLE_PASSWORD:?is to be the password of the role holdfast}"

# psql takes the password from the environment: an argument would be seen in the list of processes.
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\getenv password ROLE_PASSWORD
CREATE ROLE holdfast LOGIN PASSWORD :'password';
-- To see every setting and session, which is how a healthy server is told from a sick one.
GRANT pg_monitor TO holdfast;
CREATE DATABASE holdfast OWNER holdfast;
SQL

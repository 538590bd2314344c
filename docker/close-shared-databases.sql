-- Run by PostgreSQL's image when it makes the cluster: a service's role may connect to its own database, and to no other.
REVOKE CONNECT, TEMPORARY ON DATABASE postgres FROM PUBLIC;
REVOKE CONNECT, TEMPORARY ON DATABASE template1 FROM PUBLIC;

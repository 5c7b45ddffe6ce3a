"""The paper of the MIMS account: a page for every family, a sheet for every child."""

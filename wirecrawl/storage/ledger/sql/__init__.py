"""What a ledger keeps in tables, in SQL that SQLite and PostgreSQL both take.

`database` says what is asked of a database. The folders `sqlite` and `postgres` beside this one give it, and hold what
differs: how a ledger is opened, its types and times, its errors, and the lock of a spider.
"""

"""Runs tasks in processes of their own, each with limits of time and memory; knows no page, story or setting."""

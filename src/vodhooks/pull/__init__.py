"""Tencent Cloud VOD's reliable notifications: pull, keep, confirm."""

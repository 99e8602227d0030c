"""Addresses of the staff workspace."""

app_name = "staff_workspace"
urlpatterns: list = []

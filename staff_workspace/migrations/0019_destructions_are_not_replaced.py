"""SQLite finds a row that it replaces by body and reference too; the trigger looked at the key alone."""

from django.db import migrations

from permissions.append_only import RenewTriggers


class Migration(migrations.Migration):

    dependencies = [
        ('staff_workspace', '0018_walls_outlive_their_case'),
    ]

    operations = [
        RenewTriggers('DestructionRecord'),
    ]

"""SQLite finds a row that it replaces by its own number as well; the trigger looked at ours alone."""

from django.db import migrations

from permissions.append_only import RenewTriggers


class Migration(migrations.Migration):

    dependencies = [
        ('permissions', '0006_outbox_needs_person'),
    ]

    operations = [
        RenewTriggers('AuditSeal'),
    ]

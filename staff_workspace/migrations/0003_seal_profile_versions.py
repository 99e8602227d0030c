import hashlib
import json

from django.db import migrations


def seal_what_is_stored(apps, schema_editor):
    """Give the versions that were stored before the digest of their data."""
    for version in apps.get_model('staff_workspace', 'ProfileVersion').objects.all():
        text = json.dumps(version.data, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
        version.digest = hashlib.sha256(text.encode()).hexdigest()
        version.save(update_fields=['digest'])


class Migration(migrations.Migration):

    dependencies = [
        ('staff_workspace', '0002_profile_drafts'),
    ]

    operations = [
        migrations.RunPython(seal_what_is_stored, migrations.RunPython.noop),
    ]

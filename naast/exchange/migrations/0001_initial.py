import django.db.models.deletion
import naast.core.fields
import naast.core.ids
import naast.exchange.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportJob',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('volunteers', 'Volunteers'), ('participants', 'Participants'), ('matches', 'Matches'), ('visits', 'Visits')], max_length=12, verbose_name='what stands in it')),
                ('state', models.CharField(choices=[('uploaded', 'File received'), ('mapped', 'Columns chosen'), ('checked', 'Checked'), ('running', 'Being loaded'), ('done', 'Loaded'), ('failed', 'Did not work'), ('undone', 'Undone')], default='uploaded', max_length=8)),
                ('file_name', models.CharField(max_length=200, verbose_name='file')),
                ('file', models.FileField(blank=True, max_length=200, upload_to=naast.exchange.models.kept_at)),
                ('sheet', models.CharField(blank=True, max_length=120, verbose_name='sheet')),
                ('heading_row', models.PositiveIntegerField(default=0, verbose_name='row of the headings')),
                ('mapping', models.JSONField(default=dict)),
                ('decisions', models.JSONField(default=dict)),
                ('rule', models.CharField(choices=[('good_rows', 'Take the good rows'), ('all_or_nothing', 'All rows, or nothing at all')], default='good_rows', max_length=14)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('created', models.PositiveIntegerField(default=0)),
                ('updated', models.PositiveIntegerField(default=0)),
                ('unchanged', models.PositiveIntegerField(default=0)),
                ('left_out', models.PositiveIntegerField(default=0)),
                ('progress', models.PositiveSmallIntegerField(default=0)),
                ('report', naast.core.fields.EncryptedTextField(blank=True)),
                ('leftovers', naast.core.fields.EncryptedTextField(blank=True)),
                ('failure', models.CharField(blank=True, max_length=300)),
                ('user_id', models.UUIDField(null=True)),
                ('membership_id', models.UUIDField(null=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(fields=['organisation', 'state', '-id'], name='exchange_im_organis_bb7fc0_idx')],
            },
        ),
        migrations.CreateModel(
            name='ImportedRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row', models.PositiveIntegerField()),
                ('outcome', models.CharField(choices=[('created', 'New'), ('updated', 'Changed')], max_length=8)),
                ('target_id', models.UUIDField()),
                ('before', naast.core.fields.EncryptedTextField(blank=True)),
                ('digest', models.CharField(max_length=32)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imported', to='exchange.importjob')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'target_id'], name='exchange_im_organis_f8f2eb_idx')],
            },
        ),
        migrations.CreateModel(
            name='RememberedDecision',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('fingerprint', models.CharField(max_length=32)),
                ('person_id', models.UUIDField(null=True)),
                ('is_same', models.BooleanField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'fingerprint'), name='decision_remembered_once')],
            },
        ),
        migrations.CreateModel(
            name='RememberedMapping',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('volunteers', 'Volunteers'), ('participants', 'Participants'), ('matches', 'Matches'), ('visits', 'Visits')], max_length=12)),
                ('fingerprint', models.CharField(max_length=32)),
                ('mapping', models.JSONField(default=dict)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'kind', 'fingerprint'), name='mapping_remembered_once')],
            },
        ),
    ]

import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0003_check_settings'),
        ('people', '0007_reporting_consent'),
        ('programmes', '0009_look_from'),
    ]

    operations = [
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('form', models.CharField(max_length=30, verbose_name='what was filed')),
                ('work', models.CharField(max_length=200, verbose_name='for which kind of work')),
                ('filed_on', models.DateField(verbose_name='filed on')),
                ('decision', models.CharField(choices=[('waiting', 'Filed, no answer yet'), ('granted', 'The answer is yes'), ('no', 'The answer is no')], default='waiting', max_length=8, verbose_name='answer')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-filed_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'valid_until'], name='checks_stat_organis_43bf5b_idx')],
            },
        ),
        migrations.CreateModel(
            name='StatementProgramme',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='programmes.programme')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='checks.statement')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('statement', 'programme'), name='statement_names_a_programme_once')],
            },
        ),
        migrations.AddField(
            model_name='statement',
            name='programmes',
            field=models.ManyToManyField(related_name='+', through='checks.StatementProgramme', to='programmes.programme'),
        ),
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=160, verbose_name='activity')),
                ('starts_at', models.DateTimeField(verbose_name='starts')),
                ('hours', models.DecimalField(decimal_places=1, max_digits=6, verbose_name='hours of all volunteers together')),
                ('registered_at', models.DateTimeField(blank=True, null=True, verbose_name='registered at')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['starts_at', 'id'],
                'indexes': [models.Index(fields=['organisation', 'starts_at'], name='checks_acti_organis_fb15bf_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('hours__gt', 0)), name='activity_takes_time')],
            },
        ),
        migrations.CreateModel(
            name='CheckRecord',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('extract_596_2', 'Extract from the criminal record, for work with minors (596.2)'), ('vog', 'VOG (certificate of conduct)'), ('other', 'Another check of conduct')], max_length=15, verbose_name='which check')),
                ('state', models.CharField(choices=[('needed', 'To ask'), ('asked', 'Asked'), ('seen', 'Seen')], default='needed', max_length=8)),
                ('since_on', models.DateField(verbose_name='since')),
                ('is_automatic', models.BooleanField(default=False)),
                ('asked_on', models.DateField(blank=True, null=True, verbose_name='asked on')),
                ('reason', naast.core.fields.EncryptedTextField(blank=True, verbose_name='why we ask it all the same')),
                ('profile', models.CharField(blank=True, max_length=120, verbose_name='profile of the VOG')),
                ('issued_on', models.DateField(blank=True, null=True, verbose_name='date on the paper')),
                ('seen_on', models.DateField(blank=True, null=True, verbose_name='seen on')),
                ('outcome', models.CharField(blank=True, choices=[('ok', 'In order'), ('talk', 'Talk first'), ('not_ok', 'Not in order')], max_length=6, verbose_name='what came of it')),
                ('review_on', models.DateField(blank=True, null=True, verbose_name='holds until')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='checks', to='people.person')),
                ('seen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'state', 'since_on', 'id'], name='checks_chec_organis_b4634c_idx'), models.Index(fields=['organisation', 'review_on', 'id'], name='checks_chec_organis_82a5cb_idx'), models.Index(fields=['organisation', 'outcome', 'since_on', 'id'], name='checks_chec_organis_432916_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'seen')), fields=('person', 'kind'), name='check_seen_once_a_kind'), models.UniqueConstraint(condition=models.Q(('state', 'seen'), _negated=True), fields=('person', 'kind'), name='check_open_once_a_kind'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'seen'), _negated=True), models.Q(('outcome__in', ['ok', 'talk', 'not_ok']), ('seen_on__isnull', False)), _connector='OR'), name='what_is_seen_has_day_and_outcome')],
            },
        ),
        migrations.CreateModel(
            name='Policy',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('own', 'Our own policy'), ('free', 'The free Flemish volunteer insurance'), ('municipal', 'The insurance of the municipality')], default='own', max_length=10, verbose_name='whose insurance')),
                ('insurer', models.CharField(max_length=120, verbose_name='insurer or municipality')),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='policy or recognition number')),
                ('cover', models.CharField(blank=True, choices=[('basis', 'The basic policy'), ('plus', 'The basic and the plus policy')], max_length=5, verbose_name='which policy of the municipality')),
                ('risks', models.JSONField(default=list, verbose_name='what is covered')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-from_on', '-id'],
                'indexes': [models.Index(fields=['organisation', 'until_on'], name='checks_poli_organis_66c577_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='policy_ends_after_it_begins', violation_error_message='The last day comes after the first.')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('answer', naast.core.fields.EncryptedTextField(blank=True, verbose_name='where I report')),
                ('state', models.CharField(choices=[('nothing', 'Nothing to report'), ('to_do', 'Still to report'), ('done', 'Reported')], default='nothing', max_length=8)),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='reported on')),
                ('silent_on', models.DateField(blank=True, null=True, verbose_name='silence means yes from')),
                ('limits_set', models.BooleanField(blank=True, null=True, verbose_name='the office set limits')),
                ('residence', models.CharField(blank=True, choices=[('yes', 'Shown'), ('no', 'Not shown'), ('not_applicable', 'Not applicable')], max_length=15, verbose_name='legal residence document')),
                ('residence_on', models.DateField(blank=True, null=True, verbose_name='noted on')),
                ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='report', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'state', 'answered_on', 'id'], name='checks_repo_organis_02d83c_idx'), models.Index(condition=models.Q(('limits_set__isnull', True), ('silent_on__isnull', False)), fields=['organisation', 'silent_on', 'id'], name='report_limits_to_ask')],
                'constraints': [models.CheckConstraint(condition=models.Q(('done_on__isnull', True), ('state', 'done'), _connector='OR'), name='what_is_reported_is_done')],
            },
        ),
    ]

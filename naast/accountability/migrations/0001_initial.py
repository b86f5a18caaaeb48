import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0004_staff_sessions'),
    ]

    operations = [
        migrations.CreateModel(
            name='Breach',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('state', models.CharField(choices=[('noticed', 'Somebody thinks something leaked'), ('open', 'A breach: being handled'), ('closed', 'Handled'), ('no_breach', 'Looked at: nothing leaked')], default='noticed', max_length=10)),
                ('state_since', models.DateTimeField()),
                ('noticed_at', models.DateTimeField()),
                ('words', naast.core.fields.EncryptedTextField()),
                ('aware_at', models.DateTimeField(blank=True, null=True)),
                ('happened', models.CharField(blank=True, choices=[('seen', 'somebody saw or got what was not for them'), ('lost', 'lost, or out of reach'), ('changed', 'changed without anybody wanting it')], max_length=8)),
                ('happened_on', models.DateField(blank=True, null=True)),
                ('story', naast.core.fields.EncryptedTextField(blank=True)),
                ('data', models.JSONField(blank=True, default=list)),
                ('whose', models.JSONField(blank=True, default=list)),
                ('people_count', models.PositiveIntegerField(blank=True, null=True)),
                ('encrypted', models.CharField(choices=[('unknown', 'we don’t know yet'), ('yes', 'yes, and the key is safe'), ('partly', 'partly'), ('no', 'no')], default='unknown', max_length=8)),
                ('measures', naast.core.fields.EncryptedTextField(blank=True)),
                ('risk', models.CharField(blank=True, choices=[('', 'not weighed yet'), ('unlikely', 'a risk for people is unlikely'), ('risk', 'a risk for people'), ('high', 'a high risk for people')], default='', max_length=8)),
                ('risk_words', naast.core.fields.EncryptedTextField(blank=True)),
                ('weighed_at', models.DateTimeField(blank=True, null=True)),
                ('letter', naast.core.fields.EncryptedJSONField(blank=True, default=dict)),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('told_how', naast.core.fields.EncryptedTextField(blank=True)),
                ('not_told', models.CharField(blank=True, choices=[('encrypted', 'the data were encrypted: nobody can read them'), ('not_high', 'the risk for them is not high'), ('other', 'another reason, in words')], max_length=10)),
                ('not_told_words', naast.core.fields.EncryptedTextField(blank=True)),
                ('lessons', naast.core.fields.EncryptedTextField(blank=True)),
                ('noticed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('weighed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-id'],
                'indexes': [models.Index(condition=models.Q(('state__in', ['noticed', 'open'])), fields=['organisation', 'noticed_at', 'id'], name='breach_open'), models.Index(fields=['organisation', 'id'], name='accountabil_organis_2818ed_idx')],
            },
        ),
        migrations.CreateModel(
            name='BreachReport',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('sent_at', models.DateTimeField()),
                ('words', naast.core.fields.EncryptedTextField()),
                ('reference', models.CharField(blank=True, max_length=80)),
                ('late_words', naast.core.fields.EncryptedTextField(blank=True)),
                ('breach', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='accountability.breach')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['sent_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='CleanUp',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('looked_on', models.DateField()),
                ('looked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'looked_on'], name='accountabil_organis_6e360e_idx')],
            },
        ),
        migrations.CreateModel(
            name='FieldChoice',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('field', models.CharField(max_length=120)),
                ('decision', models.CharField(choices=[('leave_out', 'We leave it out from now on'), ('keep', 'We keep it, and we know why')], max_length=10)),
                ('why', models.TextField(blank=True)),
                ('decided_on', models.DateField()),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'field'), name='one_choice_a_field')],
            },
        ),
        migrations.CreateModel(
            name='Processor',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=120)),
                ('does', models.TextField()),
                ('gets', models.TextField(blank=True)),
                ('place', models.CharField(max_length=120)),
                ('is_in_eea', models.BooleanField(default=True)),
                ('agreed_on', models.DateField(blank=True, null=True)),
                ('kept_where', models.CharField(blank=True, max_length=200)),
                ('looked_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('through', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='sub_processors', to='accountability.processor')),
            ],
            options={
                'ordering': ['name', 'id'],
                'indexes': [models.Index(condition=models.Q(('ended_on__isnull', True)), fields=['organisation', 'looked_on', 'id'], name='processor_present')],
            },
        ),
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.CharField(blank=True, max_length=20)),
                ('title', models.CharField(blank=True, max_length=120)),
                ('purpose', models.TextField(blank=True)),
                ('basis', models.CharField(blank=True, choices=[('', 'not chosen yet'), ('consent', 'consent'), ('contract', 'an agreement with the person'), ('duty', 'a duty by law'), ('vital', 'to save a life'), ('public', 'a task of public interest'), ('interest', 'a legitimate interest')], default='', max_length=10)),
                ('basis_words', models.TextField(blank=True)),
                ('people', models.TextField(blank=True)),
                ('receivers', models.TextField(blank=True)),
                ('transfers', models.TextField(blank=True)),
                ('security', models.TextField(blank=True)),
                ('term', models.TextField(blank=True)),
                ('changed_at', models.DateTimeField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['id'],
                'indexes': [models.Index(fields=['organisation', 'id'], name='accountabil_organis_56fcfc_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('organisation', 'code'), name='own_words_once_an_activity')],
            },
        ),
        migrations.CreateModel(
            name='Assessment',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('number', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('draft', 'Being written'), ('signed', 'Signed off')], default='draft', max_length=8)),
                ('answers', models.JSONField(blank=True, default=dict)),
                ('facts', models.JSONField(blank=True, default=list)),
                ('signed_on', models.DateField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('signed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'number'), name='assessment_number_once'), models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('organisation',), name='one_assessment_being_written')],
            },
        ),
    ]

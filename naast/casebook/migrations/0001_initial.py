import django.db.models.deletion
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
            name='Sheet',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.SlugField(blank=True, max_length=60)),
                ('starter_version', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('fr', 'French'), ('en', 'English')], max_length=5, verbose_name='language')),
                ('is_shown', models.BooleanField(default=True, verbose_name='everybody here may read it')),
                ('changed_on', models.DateField(blank=True, null=True)),
                ('index_text', models.TextField(editable=False)),
                ('index_codes', models.TextField(default='', editable=False)),
                ('lead', models.CharField(max_length=200, verbose_name='in one sentence')),
                ('means', models.TextField(max_length=1500, verbose_name='what it can mean')),
                ('helps', models.JSONField(default=list, verbose_name='what often helps')),
                ('better_not', models.JSONField(blank=True, default=list, verbose_name='better not')),
                ('too_heavy', models.JSONField(blank=True, default=list, verbose_name='when it gets too heavy for you')),
                ('pass_on', models.JSONField(default=list, verbose_name='what you pass on, and to whom')),
                ('say', models.JSONField(blank=True, default=list, verbose_name='words to use')),
                ('avoid', models.JSONField(blank=True, default=list, verbose_name='rather not these words')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['title', 'id'],
                'abstract': False,
                'indexes': [models.Index(fields=['organisation', 'title', 'id'], name='casebook_sh_organis_03a3a6_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('organisation', 'code', 'language'), name='starter_sheet_once')],
            },
        ),
        migrations.CreateModel(
            name='ProgrammeSheet',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sheets', to='programmes.programme')),
                ('sheet', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='programmes', to='casebook.sheet')),
            ],
            options={
                'ordering': ['id'],
                'constraints': [models.UniqueConstraint(fields=('programme', 'sheet'), name='sheet_once_a_programme')],
            },
        ),
        migrations.CreateModel(
            name='CardsRead',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('version', models.PositiveSmallIntegerField()),
                ('read_on', models.DateField()),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cards_read', to='people.person')),
            ],
            options={
                'ordering': ['-version', 'id'],
                'constraints': [models.UniqueConstraint(fields=('person', 'version'), name='cards_read_once_a_version')],
            },
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('code', models.SlugField(blank=True, max_length=60)),
                ('starter_version', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('language', models.CharField(choices=[('nl', 'Dutch'), ('fr', 'French'), ('en', 'English')], max_length=5, verbose_name='language')),
                ('is_shown', models.BooleanField(default=True, verbose_name='everybody here may read it')),
                ('changed_on', models.DateField(blank=True, null=True)),
                ('index_text', models.TextField(editable=False)),
                ('index_codes', models.TextField(default='', editable=False)),
                ('form', models.CharField(choices=[('case', 'Case to talk about'), ('exercise', 'Exercise: what if you were…')], default='case', max_length=10, verbose_name='kind')),
                ('situation', models.TextField(max_length=3000, verbose_name='what happens')),
                ('themes', models.JSONField(default=list, verbose_name='themes')),
                ('groups', models.JSONField(blank=True, default=list, verbose_name='about whom')),
                ('settings', models.JSONField(blank=True, default=list, verbose_name='where')),
                ('questions', models.JSONField(default=list, verbose_name='questions to talk about')),
                ('helps', models.JSONField(blank=True, default=list, verbose_name='what often helps')),
                ('roles', models.JSONField(blank=True, default=list, verbose_name='roles')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='how long (minutes)')),
                ('document', models.CharField(blank=True, choices=[('information', 'Information before the start'), ('agreement', 'Agreement note'), ('secrecy', 'What stays between us'), ('charter', 'Charter'), ('house_rules', 'House rules of volunteers and staff'), ('promises', 'What we promise each other'), ('do_dont', 'Card: what to do and what not'), ('role_volunteer', 'Role card for the volunteer'), ('role_participant', 'Role card for the participant'), ('mandate', 'Mandate card: what you may decide'), ('other', 'Another text of our own')], max_length=20, verbose_name='agreement it touches')),
                ('card', models.SlugField(blank=True, max_length=40)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['title', 'id'],
                'abstract': False,
                'indexes': [models.Index(fields=['organisation', 'title', 'id'], name='casebook_ca_organis_ac1957_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('code', ''), _negated=True), fields=('organisation', 'code', 'language'), name='starter_case_once')],
            },
        ),
    ]
